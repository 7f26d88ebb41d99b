// What the server says, as in the reply object of actions/reply.py and the answers of the web channel.

export interface Choice {
  title: string;
  payload: string;
  topic: string | null;
}

export interface SourceNote {
  title: string;
  url: string;
  /** As exact as known: 2025, 2025-02 or 2025-02-04. */
  date: string | null;
}

export interface Picture {
  url: string;
  alt: string;
}

export interface Table {
  caption: string;
  columns: string[];
  rows: string[][];
}

/** A path on our server that leads to a calendar file. */
export interface CalendarLink {
  title: string;
  url: string;
}

export interface Reply {
  text: string;
  topic: string | null;
  status: string;
  areas: string[];
  language: string;
  style: string;
  choices: Choice[];
  sources: SourceNote[];
  as_at: string | null;
  image: Picture | null;
  table?: Table | null;
  calendar?: CalendarLink | null;
}

export interface Turn {
  id: string;
  replies: Reply[];
  /** True when the person asked for their data to be deleted, and it was. */
  forgotten?: boolean;
}

export interface Session {
  token: string;
  limits: { message: number };
  replies: Reply[];
}

/** What a conversation starts with. */
export interface Beginning {
  area?: string;
  language?: string;
  style?: string;
}

/** One message: typed words or a choice. The id stays the same however often it is sent. */
export type Message = { id: string } & ({ text: string } | { choice: string });
