import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageFrame {
  readonly title: string;
  readonly lang: string;
  /** Lets the page's own style in, and nothing else. */
  readonly nonce: string;
  /** Whether the page asks for itself again every two seconds. */
  readonly isBusy: boolean;
  readonly content: Html;
}

/** A page that stands in the application's place. It runs no script: what it offers are forms. */
export function pageFrame({ title, lang, nonce, isBusy, content }: PageFrame): Html {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        ${isBusy ? html`<meta http-equiv="refresh" content="2" />` : ''}
        <title>${title} – Smart Recruiting</title>
        <style nonce="${nonce}">
          ${raw(styles)}
        </style>
      </head>
      <body>
        <main>
          <p class="name">Smart Recruiting</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** What a browser is told of such a page. */
export function safetyHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    // The application that starts anew has a port of its own.
    'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

export function card(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

/** A form of one button, which posts to `/rescue/<action>`. */
export function button(action: string, label: string, isFirst: boolean): Html {
  return html`<form method="post" action="/rescue/${action}">
    <button class="${isFirst ? 'first' : ''}">${label}</button>
  </form>`;
}

/** A link that looks like a button, to what changes nothing yet. */
export function wayTo(path: string, label: string, isFirst: boolean): Html {
  return html`<p class="way"><a class="${isFirst ? 'button first' : 'button'}" href="${path}">${label}</a></p>`;
}

interface WordsForm {
  readonly action: string;
  readonly label: string;
  readonly open: string;
  /** What was said before opened nothing: an element `told` says so, else `hint` says what is asked for. */
  readonly isWrong: boolean;
  /** Whether the page is about nothing else. */
  readonly isFirst?: boolean;
}

/** Asks for a passphrase or a recovery key. */
export function wordsForm({ action, label, open, isWrong, isFirst = false }: WordsForm): Html {
  return html`<form method="post" action="${action}">
    <label for="words">${label}</label>
    <input
      id="words"
      name="words"
      type="password"
      maxlength="200"
      required
      ${isFirst ? 'autofocus' : ''}
      autocomplete="off"
      spellcheck="false"
      aria-invalid="${isWrong}"
      aria-describedby="${isWrong ? 'told hint' : 'hint'}"
    />
    <button class="${isFirst ? 'first' : ''}">${open}</button>
  </form>`;
}

/** A passphrase and the names of the form's fields are far below. */
const mostBytes = 16 * 1024;
/** Keeps a form of words from being anything else. */
export const wordsLimit = bodyLimit({ maxSize: mostBytes });

/** What was typed into it. */
export async function wordsOf({ req }: Context): Promise<string> {
  const { words } = await req.parseBody();
  return typeof words === 'string' ? words : '';
}

/** The colours are those of the application's own page, which is not there yet. */
const styles = `
:root { --text: #1a2226; --soft: #55626a; --line: #dfe3e6; --page: #f5f6f7; --card: #fff; --main: #0f5e6e; --on-main: #fff; --loss: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6ebee; --soft: #a3b0b7; --line: #313b41; --page: #12171a; --card: #1a2125; --main: #74c7d6; --on-main: #06272e; --loss: #ff9d94; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 Inter, 'Segoe UI', system-ui, sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 32px 24px 48px; }
.name { margin: 0 0 8px; color: var(--soft); font-weight: 600; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; }
h2 { margin: 0 0 4px; font-size: 18px; }
section { margin-top: 20px; padding: 20px; background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
section p { margin: 0 0 12px; }
.path { color: var(--soft); font-size: 14px; overflow-wrap: anywhere; }
table { width: 100%; margin: 0 0 16px; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 8px; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; }
th:first-child { padding-left: 0; text-align: left; }
thead th { color: var(--soft); font-size: 14px; }
.loss { color: var(--loss); font-weight: 600; }
form { margin: 0; }
form + div { margin-top: 16px; }
label { display: block; margin: 0 0 4px; font-weight: 600; }
input { width: 100%; margin: 0 0 16px; padding: 9px 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--page); color: var(--text); font: inherit; }
.wrong { color: var(--loss); font-weight: 600; }
button, .button { padding: 9px 18px; border: 1px solid var(--main); border-radius: 8px; background: transparent; color: var(--main); font: inherit; font-weight: 600; cursor: pointer; }
.button { display: inline-block; text-decoration: none; }
button.first, .button.first { background: var(--main); color: var(--on-main); }
a { color: var(--main); }
section p.way, section p:last-child { margin-bottom: 0; }
ul { margin: 0 0 16px; padding-left: 22px; }
li { margin-bottom: 6px; overflow-wrap: anywhere; }
button:focus-visible, a:focus-visible, input:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
`;
