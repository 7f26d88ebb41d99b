// Reading aloud with a voice of the device itself: other voices would send the words to another host.

const VOICES_MS = 400;

export class Reader {
  private done: (() => void) | null = null;

  static get possible(): boolean {
    return "speechSynthesis" in window && "SpeechSynthesisUtterance" in window;
  }

  /** Reads lines aloud; `done` is called at the end or when something else is read. False without a voice. */
  async read(lines: string[], language: string, done: () => void): Promise<boolean> {
    this.stop();
    const voice = (await voices()).find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
    if (!voice) return false;
    this.done = done;
    // One utterance a line: some browsers cut long ones.
    lines.forEach((line, i) => {
      const spoken = new SpeechSynthesisUtterance(line.replace(/https?:\/\/\S+/g, ""));
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.onerror = () => this.finish(done);
      if (i === lines.length - 1) spoken.onend = () => this.finish(done);
      speechSynthesis.speak(spoken);
    });
    return true;
  }

  stop(): void {
    if (!this.done) return;
    this.finish(this.done);
    speechSynthesis.cancel();
  }

  private finish(done: () => void): void {
    if (this.done !== done) return;
    this.done = null;
    done();
  }
}

/** The voices; browsers that load them late are given a moment. */
function voices(): Promise<SpeechSynthesisVoice[]> {
  const now = speechSynthesis.getVoices();
  if (now.length) return Promise.resolve(now);
  return new Promise((resolve) => {
    const answer = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", answer, { once: true });
    setTimeout(answer, VOICES_MS);
  });
}
