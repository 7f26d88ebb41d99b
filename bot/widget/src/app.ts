// One widget: builds its parts and joins them.
import { Conversation } from "./chat/conversation";
import { Store } from "./chat/store";
import { Client } from "./contract/client";
import { copyFor, copyLanguage } from "./copy";
import { dress } from "./look";
import type { Options } from "./options";
import { Reading } from "./reading";
import { Showing } from "./showing";
import { Announcer } from "./view/announcer";
import { Composer } from "./view/composer";
import type { Context } from "./view/context";
import { make, unseen } from "./view/make";
import { more } from "./view/more";
import { Panel } from "./view/panel";
import { Reader } from "./view/speech";
import { copyWords, printChat } from "./view/taking";
import { outward } from "./view/text";
import { Toolbar } from "./view/toolbar";
import { Transcript } from "./view/transcript";

export class App {
  readonly root = make("div", { class: "root" });
  readonly panel: Panel;
  readonly toolbar: Toolbar;
  private readonly copy;
  private readonly language: string;
  private readonly store: Store;
  private readonly announcer = new Announcer();
  private readonly reader = new Reader();
  private readonly reading: Reading;
  private readonly transcript: Transcript;
  private readonly composer: Composer;
  private readonly conversation: Conversation;

  constructor(
    private readonly options: Options,
    private readonly tell: (event: string, detail: object) => void,
    place: (app: App) => void,
  ) {
    const { server, inline } = options;
    this.language = options.language || "en";
    this.copy = copyFor(this.language);
    this.store = new Store(`send-assistant ${inline ? "inline" : "floating"} ${server}`);
    const client = new Client(server);
    const context = this.context();
    this.transcript = new Transcript(context);
    this.composer = this.newComposer(context);
    this.reading = this.newReading();
    const extra = this.newMore();
    const { easy, size } = this.reading;
    this.toolbar = new Toolbar({ copy: this.copy, announce: context.announce, easy, size, more: extra });
    const parts = { toolbar: this.toolbar.element, more: extra, transcript: this.transcript.element, composer: this.composer.element };
    this.panel = new Panel(this.copy, options, parts, { open: () => this.open(), close: () => this.close() });
    const { copy, store, transcript, composer, panel } = this;
    const showing = new Showing({ copy, context, store, transcript, composer, panel, tell, isOpen: () => this.isOpen, easyRead: () => this.easyRead() });
    this.conversation = new Conversation(client, store, showing, this.beginning());
    this.root.append(this.announcer.element, panel.launcher, panel.element);
    this.root.addEventListener("keydown", (event) => this.escape(event));
    place(this);
    this.begin();
  }

  get isOpen(): boolean {
    return !this.panel.element.hidden;
  }

  /** Opens the panel and puts the focus where the person writes. */
  open(): void {
    this.reveal();
    this.composer.input.focus();
  }

  /** Closes the panel. The focus goes back to the launcher if it was inside. */
  close(focusBack = true): void {
    if (this.options.inline || !this.isOpen) return;
    this.reader.stop();
    this.panel.show(false);
    this.store.keep({ open: false });
    if (focusBack) this.panel.launcher.focus();
    this.tell("close", {});
  }

  /** Asks something as the person. */
  ask(words: string): void {
    if (!this.isOpen) this.reveal();
    this.conversation.say(words, { text: words });
  }

  start(): void {
    this.conversation.start();
  }

  /** The network is back. */
  retry(): void {
    if (this.isOpen || this.store.memory.pending.length) this.conversation.retry();
    void this.conversation.finishClearing();
  }

  dress(options: Options): void {
    dress(this.root, options, this.language, copyLanguage(this.language));
  }

  stop(): void {
    this.reader.stop();
  }

  /** What of the widget lies over the page now. */
  get box(): Element {
    return this.isOpen ? this.panel.element : this.panel.launcher;
  }

  /** The page needs the room: the panel closes, the launcher steps out of sight until the focus moves on. */
  giveWay(hidden: boolean): void {
    if (hidden && this.isOpen) this.close(false);
    else this.root.classList.toggle("aside", hidden);
  }

  private begin(): void {
    const { easy, size, draft, open, toClear } = this.store.memory;
    this.dress(this.options);
    this.reading.show(size);
    this.toolbar.show(easy, size);
    if (draft) this.composer.fill(draft);
    if (toClear.length) void this.conversation.finishClearing();
    if (open && !this.options.inline) this.reveal();
  }

  private reveal(): void {
    if (!this.isOpen) this.tell("open", {});
    this.panel.show(true);
    this.store.keep({ open: true });
    this.conversation.start();
  }

  private escape(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    const more = this.toolbar.moreButton;
    if (more.getAttribute("aria-expanded") === "true") {
      this.toolbar.showMore(false);
      more.focus();
    } else this.close();
    event.stopPropagation();
  }

  private context(): Context {
    return {
      copy: this.copy,
      server: this.options.server,
      language: this.language,
      reader: this.reader,
      announce: (words) => this.announcer.say(words),
      choose: (choice) => {
        this.announcer.say(this.copy.you_chose.replace("{title}", choice.title));
        this.conversation.say(choice.title, { choice: choice.payload });
      },
      feedback: (id, useful) => this.conversation.feedback(id, useful),
      retry: () => this.conversation.retry(),
    };
  }

  private newComposer({ announce, copy }: Context): Composer {
    const hint = make("p", {}, copy.private_hint, " ", make("a", outward(this.options.privacy), copy.privacy, unseen(` ${copy.new_tab}`)));
    return new Composer({
      copy, announce, hint,
      limit: () => this.store.memory.limit,
      draft: (draft) => this.store.keep({ draft }),
      send: (words) => this.conversation.say(words, { text: words }),
    });
  }

  private easyRead(): void {
    this.store.keep({ easy: true });
    this.toolbar.show(true, this.store.memory.size);
  }

  private newReading(): Reading {
    const { easy_read: easy, standard } = this.copy;
    const send = ({ title, payload }: { title: string; payload: string }) => this.conversation.say(title, { choice: payload });
    return new Reading(this.root, this.store, send, { easy, standard });
  }

  private newMore(): HTMLElement {
    const { copy, language } = this;
    const copyChat = async () =>
      this.announcer.say((await copyWords(this.transcript.words())) ? copy.copied : copy.not_copied);
    return more({
      copy, copyChat,
      privacy: this.options.privacy,
      printChat: () => printChat(this.transcript.content, copy, language),
      clear: () => void this.clear(),
    });
  }

  private async clear(): Promise<void> {
    this.reader.stop();
    this.toolbar.showMore(false);
    this.transcript.greet([]);
    this.composer.fill("");
    this.composer.input.focus();
    const both = await this.conversation.clear();
    this.announcer.say(both ? this.copy.cleared : this.copy.cleared_here);
    this.tell("clear", {});
  }

  private beginning() {
    const { area, language } = this.options;
    return { ...(area && { area }), ...(language && { language }) };
  }
}
