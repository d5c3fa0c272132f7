import { existsSync } from 'node:fs';
import { AppError } from '../../shared/domain/app-error';
import { errorText, nothingLost } from './error-text';
import type { Language } from './language';
import type { AppPaths } from './paths';
import { isPortRefused } from './port-refused';

const texts = {
  fr: {
    portTaken: (port: string) =>
      `Le port ${port} n’est pas libre. Choisissez-en un autre (--port), ou aucun\u00a0: un port libre sera pris.`,
    noFolder: (dataDir: string) =>
      `Le dossier des données ne peut pas être ${dataDir}\u00a0: un fichier porte ce nom, ou celui d’un dossier du chemin. Choisissez un autre dossier (--data-dir).`,
    seeLog: (logsDir: string) =>
      `Smart Recruiting n’a pas pu démarrer. Le journal du dossier ${logsDir} en dit la cause.`,
    unforeseen: (message: string) => `Smart Recruiting n’a pas pu démarrer (${message}).`,
  },
  en: {
    portTaken: (port: string) =>
      `Port ${port} is not free. Choose another one (--port), or none: a free one is then taken.`,
    noFolder: (dataDir: string) =>
      `The data folder cannot be ${dataDir}: a file has that name, or the name of a folder on the way. Choose another folder (--data-dir).`,
    seeLog: (logsDir: string) => `Smart Recruiting could not start. The log in ${logsDir} tells why.`,
    unforeseen: (message: string) => `Smart Recruiting could not start (${message}).`,
  },
} as const;

/** Why the application could not start, for people: what happened, what to do, and that nothing was lost. */
export function startFailureText(error: unknown, language: Language, paths: AppPaths): string {
  const what = whatHappened(error, language, paths);
  // Of a damaged database nobody knows that yet.
  return error instanceof AppError && error.reason === 'database-damaged' ? what : `${what} ${nothingLost(language)}`;
}

function whatHappened(error: unknown, language: Language, { dataDir, logsDir }: AppPaths): string {
  const told = texts[language];
  if (error instanceof AppError) return errorText(error, language);
  if (isPortRefused(error)) return told.portTaken(String(error.port));
  if (isNoFolder(error)) return told.noFolder(dataDir);
  // Where not even the log could be written, there is none to point at.
  if (existsSync(logsDir)) return told.seeLog(logsDir);
  return told.unforeseen(error instanceof Error ? error.message : String(error));
}

/** A file stands where the folder of the data, or one above it, should be. */
function isNoFolder(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
}
