import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { AppError } from '../../../shared/domain/app-error';
import { keyNumber } from '../../../shared/domain/key-number';
import { toDatabaseError } from '../../core/db/database-error';
import { databaseFileName } from '../../core/db/open';
import { asidePath, setDatabaseAside } from '../../core/db/set-aside';
import { closedKeys, lockedKeyId } from '../../core/encryption/unlock-service';
import type { Log } from '../../core/ports';
import { errorText } from '../error-text';
import type { Language } from '../language';
import { backupCards } from './backup-cards';
import type { RescueSession } from './begin-rescue';
import { lookForBackups, type BackupLook } from './look-for-backups';
import { lostKeyTexts } from './lost-key-texts';
import { button, card, pageFrame, safetyHeaders, wayTo, wordsLimit, wordsOf, type Html } from './page-frame';
import { rescueTexts } from './rescue-texts';

export interface LostKeyPageOptions {
  readonly dataDir: string;
  readonly language: Language;
  readonly log: Log;
  readonly rescue: () => RescueSession;
  /** Opens the application, and leads there. */
  readonly goOn: (context: Context) => Promise<Response>;
}

type Choice = 'backup' | 'anew';
const choices: readonly Choice[] = ['backup', 'anew'];

/**
 * The pages for who has neither the passphrase nor the recovery sheet: what can be done without, a second confirmation that says
 * where the locked file is kept, and the way back. They are there only while the database is locked.
 */
export function createLostKeyPage({ dataDir, language, log, rescue, goOn }: LostKeyPageOptions): Hono {
  const texts = lostKeyTexts[language];
  const path = join(dataDir, databaseFileName);
  // The same on the page and on the disk.
  const keptAs = asidePath(dataDir, new Date());
  let look: BackupLook | null = null;
  let failure: AppError | null = null;
  const looking = (): BackupLook => (look ??= lookForBackups(rescue(), log));
  const shown = (context: Context, title: string, content: Html, isBusy = false): Response | Promise<Response> => {
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) context.header(name, value);
    return context.html(pageFrame({ title, lang: language, nonce, isBusy, content }));
  };
  const back = (): Html => html`<p><a href="/">${texts.back}</a></p>`;
  const act = (choice: Choice): void => {
    const good = looking().found?.good;
    setDatabaseAside(path, keptAs);
    log.info('The locked database was put aside.', { keptAs, choice });
    if (choice === 'backup' && good) rescue().use(good.path);
    else rescue().startAnew();
  };

  const page = new Hono();
  for (const each of ['/lost/*', '/rescue/look', '/rescue/unlock-backup', '/rescue/lost-backup', '/rescue/lost-anew'])
    page.use(each, async (context, next) =>
      lockedKeyId(dataDir) === null ? context.redirect('/', 303) : await next(),
    );
  page.get('/lost', (context) => {
    const use = wayTo('/lost/backup', texts.sure.backup.go, true);
    const content = html`<p>${texts.lead(keyNumber(lockedKeyId(dataDir) ?? ''))}</p>
      ${backupCards({ look: looking(), rescue: rescue(), lang: language, use })}
      ${card(
        texts.anew.title,
        html`<p>${texts.anew.intro}</p>
          ${wayTo('/lost/anew', texts.sure.anew.go, false)}`,
      )}
      ${back()}`;
    return shown(context, texts.title, content, looking().found === null);
  });
  for (const choice of choices) {
    const told = texts.sure[choice];
    const isThere = (): boolean => choice === 'anew' || Boolean(look?.found?.good);
    page.get(`/lost/${choice}`, (context) => {
      if (!isThere()) return context.redirect('/lost', 303);
      const at = look?.found?.good?.at;
      const happens = told.happens(keptAs, at ? rescueTexts[language].date(at) : '');
      const alert = failure ? html`<p class="wrong" role="alert">${errorText(failure, language)}</p>` : '';
      const content = html`<section>
          ${alert}
          <ul>
            ${happens.map((sentence) => html`<li>${sentence}</li>`)}
          </ul>
          ${button(`lost-${choice}`, told.sure, false)}
        </section>
        ${back()}`;
      return shown(context, told.title, content);
    });
    page.post(`/rescue/lost-${choice}`, async (context) => {
      if (!isThere()) return context.redirect('/lost', 303);
      try {
        act(choice);
        return await goOn(context);
      } catch (cause) {
        const error = toDatabaseError(cause, path);
        if (!(error instanceof AppError)) throw error;
        log.error('The locked database could not be put aside.', error);
        failure = error;
        return context.redirect(`/lost/${choice}`, 303);
      }
    });
  }
  page.post('/rescue/look', (context) => {
    looking().again();
    return context.redirect('/lost', 303);
  });
  page.post('/rescue/unlock-backup', wordsLimit, async (context) => {
    await looking().unlock(await wordsOf(context));
    // Where it was the key of the data themselves, nothing is lost.
    return closedKeys(dataDir).length === 0 ? await goOn(context) : context.redirect('/lost', 303);
  });
  return page;
}
