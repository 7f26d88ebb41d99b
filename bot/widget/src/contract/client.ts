// The web channel's calls. Nothing else in the widget talks to the network.
import { NoConnection, Refusal } from "./trouble";
import type { Beginning, Message, Session, Turn } from "./types";

const LONGEST_WAIT_MS = 20_000;

export class Client {
  constructor(private readonly server: string) {}

  begin(beginning: Beginning): Promise<Session> {
    return this.call("POST", "/web/session", null, beginning);
  }

  send(token: string, message: Message): Promise<Turn> {
    return this.call("POST", "/web/messages", token, message);
  }

  history(token: string): Promise<{ turns: Turn[] }> {
    return this.call("GET", "/web/history", token);
  }

  clear(token: string): Promise<unknown> {
    return this.call("DELETE", "/web/conversation", token);
  }

  feedback(token: string, id: string, useful: boolean): Promise<{ thanks: string }> {
    return this.call("POST", "/web/feedback", token, { id, useful });
  }

  private async call<T>(method: string, path: string, token: string | null, body?: object): Promise<T> {
    const headers: Record<string, string> = {};
    if (token) headers["Authorization"] = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    let answer: Response;
    let data: any;
    try {
      answer = await fetch(this.server + path, {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(LONGEST_WAIT_MS),
      });
      data = await answer.json().catch((trouble: unknown) => {
        if (trouble instanceof SyntaxError) return null;
        throw trouble;
      });
    } catch {
      throw new NoConnection();
    }
    if (answer.ok && data) return data as T;
    throw refusal(answer, data?.error);
  }
}

function refusal(answer: Response, error: { code?: string; message?: string; retry_after?: number } | undefined) {
  const seconds = Number(error?.retry_after ?? answer.headers.get("Retry-After"));
  return new Refusal(error?.code ?? (answer.status === 429 ? "too_many" : "failed"), error?.message ?? "", seconds || null);
}
