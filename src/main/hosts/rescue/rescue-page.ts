import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { AppError } from '../../../shared/domain/app-error';
import type { Rescue } from '../../core/backups/rescue';
import type { Salvage } from '../../core/db/salvage';
import type { Log } from '../../core/ports';
import { needsRescue } from './begin-rescue';
import type { Language } from '../language';
import { lookForBackups, type BackupLook } from './look-for-backups';
import { tellFailures } from './failure-page';
import { safetyHeaders, wordsLimit, wordsOf } from './page-frame';
import { rescueHtml } from './rescue-html';
import type { RescueTexts } from './rescue-texts';

/** How far it is. Nothing here changes the database: that is the next start's, once somebody has chosen. */
export interface RescueState {
  readonly look: BackupLook;
  readonly salvage: 'asked' | 'working' | { readonly failure: AppError } | (Salvage & { readonly path: string });
}

export interface RescuePageOptions {
  readonly rescue: Rescue;
  readonly texts: RescueTexts;
  readonly lang: Language;
  readonly log: Log;
  /** Starts the application anew, now that the person has chosen, unless that was done; answers with its address. */
  readonly leave: () => Promise<string>;
}

/**
 * The page that a person sees instead of the application while its database is damaged or gone, from a Request to a Response, for
 * the browser host and the desktop host alike. It runs no script: what it offers are forms.
 */
export function createRescuePage({ rescue, texts, lang, log, leave }: RescuePageOptions): Hono {
  const look = lookForBackups(rescue, log);
  let salvage: RescueState['salvage'] = 'asked';
  const read = (): void => {
    salvage = 'working';
    void rescue.salvage().then(
      (found) => (salvage = found),
      (error: unknown) => {
        if (!needsRescue(error)) log.error('The database could not be salvaged.', error);
        salvage = { failure: error instanceof AppError ? error : new AppError('internal', String(error)) };
      },
    );
  };
  const use = async (context: Context, path: string): Promise<Response> => {
    rescue.use(path);
    return context.redirect(await leave(), 303);
  };
  const again = (context: Context): Response => context.redirect('/', 303);

  const page = new Hono();
  tellFailures(page, { lang, log });
  page.post('/rescue/look', (context) => {
    look.again();
    return again(context);
  });
  page.post('/rescue/unlock-backup', wordsLimit, async (context) => {
    await look.unlock(await wordsOf(context));
    return again(context);
  });
  page.post('/rescue/salvage', (context) => {
    if (!rescue.isMissing && (salvage === 'asked' || (typeof salvage === 'object' && 'failure' in salvage))) read();
    return again(context);
  });
  page.post('/rescue/use-backup', (context) => {
    const good = look.found?.good;
    return good ? use(context, good.path) : again(context);
  });
  page.post('/rescue/use-salvage', (context) =>
    typeof salvage === 'string' || 'failure' in salvage ? again(context) : use(context, salvage.path),
  );
  page.post('/rescue/open', async (context) => {
    if (!rescue.canOpenAsIs) return again(context);
    rescue.openAsIs();
    return context.redirect(await leave(), 303);
  });
  page.post('/rescue/retry', async (context) =>
    rescue.isMissing ? context.redirect(await leave(), 303) : again(context),
  );
  page.post('/rescue/start-anew', async (context) => {
    if (!rescue.isMissing) return again(context);
    rescue.startAnew();
    return context.redirect(await leave(), 303);
  });
  page.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) context.header(name, value);
    return context.html(rescueHtml({ look, salvage }, { rescue, texts, lang, nonce }));
  });
  // Whatever was open before leads here.
  page.get('*', (context) => again(context));
  return page;
}
