import { randomBytes } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { AppError } from '../../../shared/domain/app-error';
import { giveUpEncrypting, isOnlyWanted, unlockData } from '../../core/encryption/unlock-service';
import type { Log } from '../../core/ports';
import { errorText } from '../error-text';
import type { Language } from '../language';
import { button, card, pageFrame, safetyHeaders, type Html } from './page-frame';
import { unlockTexts } from './unlock-texts';

export interface UnlockPageOptions {
  readonly dataDir: string;
  readonly language: Language;
  readonly log: Log;
  /** Starts the application, now that its keys are known, unless that was done; answers with its address. */
  readonly leave: () => Promise<string>;
  /** What is wrong besides that a key is needed. */
  readonly told?: AppError | null;
}

/** A passphrase and the names of the form's fields are far below. */
const mostBytes = 16 * 1024;

/**
 * The page that asks for the passphrase before the application opens, for the browser host and the desktop host alike. What
 * is typed goes to scrypt and nowhere else: into no log, address or file.
 */
export function createUnlockPage({ dataDir, language, log, leave, told = null }: UnlockPageOptions): Hono {
  const texts = unlockTexts[language];
  let isOpening = false;
  let failure: AppError | null = told;
  const goOn = async (context: Context): Promise<Response> => {
    isOpening = true;
    return context.redirect(await leave(), 303);
  };
  const content = (): Html => {
    if (isOpening) return html`<p role="status">${texts.opening}</p>`;
    const isWrong = failure !== null;
    const alert = failure ? html`<p class="wrong" role="alert" id="told">${errorText(failure, language)}</p>` : '';
    const form = html`${alert}
      <form method="post" action="/unlock">
        <label for="words">${texts.label}</label>
        <input
          id="words"
          name="words"
          type="password"
          maxlength="200"
          required
          autofocus
          autocomplete="off"
          spellcheck="false"
          aria-invalid="${isWrong}"
          aria-describedby="${isWrong ? 'told' : 'hint'}"
        />
        <button class="first">${texts.open}</button>
      </form>`;
    const { plain } = texts;
    const notYet = card(
      plain.title,
      html`<p>${plain.intro}</p>
        ${button('stay-plain', plain.open, false)}`,
    );
    return html`<section>${form}</section>
      <p id="hint">${texts.hint}</p>
      ${isOnlyWanted(dataDir) ? notYet : ''}`;
  };

  const page = new Hono();
  page.post('/unlock', bodyLimit({ maxSize: mostBytes }), async (context) => {
    const { words } = await context.req.parseBody();
    if (isOpening) return await goOn(context);
    try {
      await unlockData(dataDir, { words: typeof words === 'string' ? words : '' });
      return await goOn(context);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      failure = error;
      log.info('The data were not unlocked.', { reason: error.reason });
      return context.redirect('/', 303);
    }
  });
  page.post('/rescue/stay-plain', async (context) => {
    // The application has the folder by now.
    if (isOpening) return await goOn(context);
    if (!isOnlyWanted(dataDir)) return context.redirect('/', 303);
    giveUpEncrypting(dataDir);
    return await goOn(context);
  });
  page.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) context.header(name, value);
    const { title, lead: first } = isOnlyWanted(dataDir) ? texts.wanted : texts;
    const lead = html`<p>${first}</p>
      ${content()}`;
    return context.html(
      pageFrame({
        title,
        lang: language,
        nonce,
        isBusy: isOpening,
        content: isOpening ? content() : lead,
      }),
    );
  });
  // Whatever was open before leads here.
  page.get('*', (context) => context.redirect('/', 303));
  return page;
}
