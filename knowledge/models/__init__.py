"""The tables. Importing this package registers them all on `Base.metadata`."""

from knowledge.models.area import AreaName, LocalArea
from knowledge.models.base import Base
from knowledge.models.figure import HelpContact, NationalFigure
from knowledge.models.inspection import Finding, Inspection
from knowledge.models.person import (
    Addressee,
    AreaReport,
    Conversation,
    Feedback,
    Outbox,
    Subscription,
    UnansweredQuestion,
)
from knowledge.models.postcode import PostcodeDistrict, PostcodeRelease
from knowledge.models.search import Searchable
from knowledge.models.service import LocalService
from knowledge.models.source import DataRelease, Source
from knowledge.models.survey import SurveyWindow
from knowledge.models.telegram import TelegramPart, TelegramUpdate
from knowledge.models.web import WebTurn

__all__ = [
    "Addressee",
    "AreaName",
    "AreaReport",
    "Base",
    "Conversation",
    "DataRelease",
    "Feedback",
    "Finding",
    "HelpContact",
    "Inspection",
    "LocalArea",
    "LocalService",
    "NationalFigure",
    "Outbox",
    "PostcodeDistrict",
    "PostcodeRelease",
    "Searchable",
    "Source",
    "Subscription",
    "SurveyWindow",
    "TelegramPart",
    "TelegramUpdate",
    "UnansweredQuestion",
    "WebTurn",
]
