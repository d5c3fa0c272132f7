import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { html } from 'hono/html';
import { AppError } from '../../../shared/domain/app-error';
import type { Log } from '../../core/ports';
import { errorText } from '../error-text';
import type { Language } from '../language';
import { pageFrame, safetyHeaders, wayTo } from './page-frame';

const texts: Readonly<Record<Language, { readonly title: string; readonly back: string }>> = {
  fr: { title: 'Cela n’a pas pu être fait', back: 'Revenir à la page' },
  en: { title: 'This could not be done', back: 'Back to the page' },
};

/** Has a page that stands in the application's place tell what fails in it, in the person's language, and lead back. */
export function tellFailures(page: Hono, { lang, log }: { readonly lang: Language; readonly log: Log }): void {
  page.onError((error, context) => {
    // A form that is too large, of which the browser is told in its own way.
    if (error instanceof HTTPException) return error.getResponse();
    log.error('A page could not answer.', error);
    const failure = error instanceof AppError ? error : new AppError('internal', String(error));
    const nonce = randomBytes(16).toString('base64');
    for (const [name, value] of Object.entries(safetyHeaders(nonce))) context.header(name, value);
    const { title, back } = texts[lang];
    const content = html`<section>
      <p role="alert">${errorText(failure, lang)}</p>
      ${wayTo('/', back, true)}
    </section>`;
    return context.html(pageFrame({ title, lang, nonce, isBusy: false, content }), 500);
  });
}
