"""sendMessage and sendChatAction, and what all ways of sending share."""

from __future__ import annotations

from tests.bot_api.errors import ApiError, bad_request, forbidden
from tests.bot_api.formatting import formatted
from tests.bot_api.limits import check_text
from tests.bot_api.markup import read_markup
from tests.bot_api.methods.registry import method
from tests.bot_api.parameters import Parameters
from tests.bot_api.parts import Parts
from tests.bot_api.state import Chat

CHAT_ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
).split()


@method("sendMessage")
async def send_message(parts: Parts, given: Parameters) -> dict:
    """A text message."""
    if not given.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(given, "text", "entities")
    markup = read_markup(given)
    chat = writable_chat(parts, given)
    check_text(text)
    content = {"text": text} | ({"entities": entities} if entities else {})
    if preview := given.json("link_preview_options"):
        content["link_preview_options"] = preview
    return await deliver(parts, chat, given, content, markup, "sendMessage")


@method("sendChatAction")
async def send_chat_action(parts: Parts, given: Parameters) -> bool:
    """What the person sees the bot do, such as typing."""
    action = (given.text("action") or "").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(parts, given)
    parts.world.actions.append((chat.id, action, parts.world.now()))
    return True


def find_chat(parts: Parts, given: Parameters) -> Chat:
    """The chat a call names. Raises 400 when there is none."""
    if not given.text("chat_id"):
        raise bad_request("chat_id is empty")
    chat = parts.world.chats.get(given.integer("chat_id"))
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(parts: Parts, given: Parameters) -> Chat:
    """The chat a call names, where the bot may write. Raises 400 or 403."""
    chat = find_chat(parts, given)
    if chat.became:
        raise ApiError(
            400, "Bad Request: group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.became}
        )
    if chat.bot_is == "kicked":
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if chat.bot_is == "left":
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    if chat.type == "private":
        user = parts.world.users[chat.id]
        if user.deleted:
            raise forbidden("user is deactivated")
        if user.blocked:
            raise forbidden("bot was blocked by the user")
        if not user.started:
            raise forbidden("bot can't initiate conversation with a user")
    return chat


async def deliver(parts: Parts, chat: Chat, given: Parameters, content: dict, markup: dict | None, name: str) -> dict:
    """Puts a checked message into the chat, within the flood limits, and tells those who wait for it."""
    replied = _replied_to(parts, chat, given)
    now = parts.world.now()
    parts.flood.check(chat.id, now)
    parts.flood.count(chat.id, now)
    head = {"reply_to_message": replied} if replied else {}
    if markup and "inline_keyboard" in markup:
        content = {**content, "reply_markup": markup}
    record = parts.world.add_message(
        chat,
        parts.world.bot,
        {**head, **content},
        True,
        method=name,
        source=given.text("text") or given.text("caption") or "",
        parameters=dict(given.values),
    )
    await announce(parts)
    return record.message


async def announce(parts: Parts) -> None:
    """Wakes those who wait for what the bot does."""
    async with parts.changed:
        parts.changed.notify_all()


def _replied_to(parts: Parts, chat: Chat, given: Parameters) -> dict | None:
    wanted = given.json("reply_parameters", "can't parse reply parameters JSON object") or {}
    message_id = wanted.get("message_id") or given.integer("reply_to_message_id")
    if not message_id:
        return None
    record = parts.world.find(chat.id, int(message_id))
    if record is None and not (wanted.get("allow_sending_without_reply") or given.truth("allow_sending_without_reply")):
        raise bad_request("message to be replied not found")
    return {k: v for k, v in record.message.items() if k != "reply_to_message"} if record else None
