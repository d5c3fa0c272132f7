import type { Log } from '../core/ports';
import type { Language } from './language';

const texts: Readonly<Record<Language, (logsDir: string) => string>> = {
  fr: (logsDir) =>
    `Smart Recruiting s’arrête à cause d’une erreur imprévue. Ce qui était enregistré est conservé\u00a0: rouvrez l’application. Le journal du dossier ${logsDir} en dit la cause.`,
  en: (logsDir) =>
    `Smart Recruiting stops because of an unforeseen error. What was saved is kept: open the application again. The log in ${logsDir} tells why.`,
};

/** What hangs is left behind: the person was told that it ends. */
const endWithinMs = 8_000;

export interface LastResort {
  readonly log: Log;
  readonly logsDir: string;
  readonly language: Language;
  /** Tells the person. */
  readonly tell: (text: string) => void;
  /** Closes everything in order, the database above all. */
  readonly end: () => Promise<void>;
  /** Ends the process. */
  readonly exit: (code: number) => void;
}

/**
 * Has an error that nobody caught, in whatever ran just then, logged and told in the person's language, and the process ended in
 * order with 1, where Node would break off at once. The first one counts: those that follow are of the ending. Answers with what
 * takes that back.
 */
export function endAtUncaught({ log, logsDir, language, tell, end, exit }: LastResort): () => void {
  let isEnding = false;
  const onUncaught = (error: unknown): void => {
    log.error('An error that nobody caught.', error);
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => exit(1), endWithinMs).unref();
    try {
      tell(texts[language](logsDir));
    } catch {
      // Nobody to tell: the log has it.
    }
    void end().then(
      () => exit(1),
      () => exit(1),
    );
  };
  process.on('uncaughtException', onUncaught);
  process.on('unhandledRejection', onUncaught);
  return () => {
    process.off('uncaughtException', onUncaught);
    process.off('unhandledRejection', onUncaught);
  };
}
