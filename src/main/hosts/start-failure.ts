import { AppError } from '../../shared/domain/app-error';
import { errorText, nothingLost } from './error-text';
import type { Language } from './language';
import type { AppPaths } from './paths';

/** Why the application could not start, for people: what happened, what to do, and that nothing was lost. */
export function startFailureText(error: unknown, language: Language, paths: AppPaths): string {
  return `${whatHappened(error, language, paths)} ${nothingLost(language)}`;
}

function whatHappened(error: unknown, language: Language, { logsDir }: AppPaths): string {
  if (error instanceof AppError) return errorText(error, language);
  if (isNodeError(error) && (error.code === 'EADDRINUSE' || error.code === 'EACCES') && 'port' in error) {
    const port = String(error.port);
    return language === 'fr'
      ? `Le port ${port} n’est pas libre. Choisissez-en un autre (--port), ou aucun : un port libre sera pris.`
      : `Port ${port} is not free. Choose another one (--port), or none: a free one is then taken.`;
  }
  return language === 'fr'
    ? `Smart Recruiting n’a pas pu démarrer. Le journal du dossier ${logsDir} en dit la cause.`
    : `Smart Recruiting could not start. The log in ${logsDir} tells why.`;
}

function isNodeError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}
