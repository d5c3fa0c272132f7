import { dirname } from 'node:path';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Rescue } from '../../core/backups/rescue';
import type { RescueState } from './rescue-page';
import type { RescueTexts } from './rescue-texts';
import { salvageRows } from './salvage-rows';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

interface Around {
  readonly rescue: Rescue;
  readonly texts: RescueTexts;
  readonly lang: string;
  readonly nonce: string;
}

/** The whole page; while something goes on it asks for itself again every two seconds. */
export function rescueHtml(state: RescueState, { rescue, texts, lang, nonce }: Around): Html {
  const { title, lead } = rescue.isMissing ? texts.missing : texts;
  const isBusy = state.backup === null || state.salvage === 'working';
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
          <p>${lead}</p>
          ${
            rescue.isMissing
              ? html`${retryCard(texts)} ${backupCard(state, rescue, texts)} ${newCard(texts)}`
              : html`${backupCard(state, rescue, texts)} ${salvageCard(state, texts)}
                ${rescue.canOpenAsIs ? asIsCard(texts) : ''}`
          }
        </main>
      </body>
    </html>`;
}

function backupCard({ backup }: RescueState, { folders }: Rescue, { backup: told, date, count }: RescueTexts): Html {
  if (backup === null) return card(told.title, html`<p role="status">${told.looking}</p>`);
  if (backup === 'none') {
    const none = told.none(folders.join(', '));
    return card(
      told.title,
      html`<p>${none}</p>
        ${button('look', told.again, false)}`,
    );
  }
  const { offers, formations, companies } = backup.content;
  const found = told.found(date(backup.at), count(offers, formations, companies));
  return card(
    told.title,
    html`<p>${found}</p>
      <p class="path">${dirname(backup.path)}</p>
      ${button('use-backup', told.use, true)}`,
  );
}

function salvageCard({ salvage }: RescueState, { salvage: told, number }: RescueTexts): Html {
  if (salvage === 'working') return card(told.title, html`<p role="status">${told.working}</p>`);
  if (salvage === 'asked')
    return card(
      told.title,
      html`<p>${told.intro}</p>
        ${button('salvage', told.start, false)}`,
    );
  if (salvage === 'failed') return card(told.title, html`<p role="alert">${told.failed}</p>`);
  const { rows, isWorkedOutLost } = salvageRows(salvage, told, number);
  const [what, kept, lost] = told.headings;
  return card(
    told.title,
    html`<p role="status">${told.done} ${isWorkedOutLost ? told.workedOut : ''}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">${what}</th>
            <th scope="col">${kept}</th>
            <th scope="col">${lost}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row.name}</th>
                <td>${row.kept}</td>
                <td class="${row.isLoss ? 'loss' : ''}">${row.lost}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${button('use-salvage', told.use, false)}`,
  );
}

function asIsCard({ asIs }: RescueTexts): Html {
  return card(
    asIs.title,
    html`<p>${asIs.intro}</p>
      ${button('open', asIs.open, false)}`,
  );
}

function retryCard({ missing }: RescueTexts): Html {
  return card(
    missing.retry.title,
    html`<p>${missing.retry.intro}</p>
      ${button('retry', missing.retry.open, false)}`,
  );
}

function newCard({ missing }: RescueTexts): Html {
  return card(
    missing.anew.title,
    html`<p>${missing.anew.intro}</p>
      ${button('start-anew', missing.anew.open, false)}`,
  );
}

function card(title: string, content: Html): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section>`;
}

function button(action: string, label: string, isFirst: boolean): Html {
  return html`<form method="post" action="/rescue/${action}">
    <button class="${isFirst ? 'first' : ''}">${label}</button>
  </form>`;
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
button { padding: 9px 18px; border: 1px solid var(--main); border-radius: 8px; background: transparent; color: var(--main); font: inherit; font-weight: 600; cursor: pointer; }
button.first { background: var(--main); color: var(--on-main); }
button:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
`;
