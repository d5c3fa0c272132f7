import type { ErrorDetails } from '../../../shared/domain/app-error';
import type { Language } from '../language';
import type { CliTexts } from './texts';

/** How far a piece of work is; `label` names the step for people, `total` is null while nobody knows it. */
export interface TerminalProgress {
  readonly step: string;
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  /** The part of the whole work that is done, 0 to 1. */
  readonly ratio: number;
}

/** Where a command says what it does. */
export interface Terminal {
  readonly language: Language;
  readonly texts: CliTexts;
  /** Whether a program reads what is written. */
  readonly isJson: boolean;
  /** The answer of the command: `text` for people or, with `--json`, one line with `value`. The only use of stdout. */
  answer(text: string, value: object | readonly object[]): void;
  /** Says how far the work is: one line that rewrites itself on a terminal, nothing in a file, lines with `--json`. */
  progress(progress: TerminalProgress): void;
  /** A remark beside the answer, for people only. */
  remark(text: string): void;
  /** A failure: on stderr for people, on stdout as a line with `--json`. */
  failure(text: string, value: ErrorDetails): void;
}

export interface TerminalOptions {
  readonly language: Language;
  readonly texts: CliTexts;
  readonly isJson: boolean;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  /** Whether `err` is a terminal, where a line can be rewritten. */
  readonly isInteractive: boolean;
}

/** A terminal is redrawn at most this often, in milliseconds. */
const drawEveryMs = 100;
/** Below this part of the whole, an estimate of the time left is a guess. */
const leastRatioToEstimate = 0.03;

export function createTerminal(options: TerminalOptions): Terminal {
  const { language, texts, isJson, out, err, isInteractive } = options;
  const startedAt = performance.now();
  let drawnAt = -Infinity;
  let isLineDrawn = false;

  const writeLine = (value: object): void => void out.write(`${JSON.stringify(value)}\n`);
  const erase = (): void => {
    if (isLineDrawn) err.write('\r\x1b[K');
    isLineDrawn = false;
  };
  const draw = (progress: TerminalProgress): void => {
    const now = performance.now();
    if (now - drawnAt < drawEveryMs) return;
    drawnAt = now;
    err.write(`\r\x1b[K${progressLine(progress, now - startedAt, language, texts)}`);
    isLineDrawn = true;
  };

  return {
    language,
    texts,
    isJson,
    answer(text, value) {
      erase();
      if (!isJson) out.write(`${text}\n`);
      else if (isList(value)) for (const item of value) writeLine({ event: 'result', ...item });
      else writeLine({ event: 'result', ...value });
    },
    progress(progress) {
      if (isJson) writeLine({ event: 'progress', ...progress, label: undefined });
      else if (isInteractive) draw(progress);
    },
    remark(text) {
      erase();
      if (!isJson) err.write(`${text}\n`);
    },
    failure(text, value) {
      erase();
      if (isJson) writeLine({ event: 'error', ...value });
      else err.write(`${text}\n`);
    },
  };
}

function isList(value: object): value is readonly object[] {
  return Array.isArray(value);
}

function progressLine(progress: TerminalProgress, elapsedMs: number, language: Language, texts: CliTexts): string {
  const { label, done, total, ratio } = progress;
  const format = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB');
  const percent = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent' });
  const count = total === null ? format.format(done) : `${format.format(done)} / ${format.format(total)}`;
  const left = ratio < leastRatioToEstimate ? '' : ` – ${texts.timeLeft(duration((elapsedMs / ratio) * (1 - ratio)))}`;
  return `${label} ${count} (${percent.format(ratio)})${left}`;
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1_000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}
