import { html } from 'hono/html';
import type { Rescue } from '../../core/backups/rescue';
import { errorText } from '../error-text';
import type { Language } from '../language';
import { backupCards } from './backup-cards';
import { needsRescue } from './begin-rescue';
import { button, card, pageFrame, type Html } from './page-frame';
import type { RescueState } from './rescue-page';
import type { RescueTexts } from './rescue-texts';
import { salvageRows } from './salvage-rows';

interface Around {
  readonly rescue: Rescue;
  readonly texts: RescueTexts;
  readonly lang: Language;
  readonly nonce: string;
}

/** The whole page; while something goes on it asks for itself again every two seconds. */
export function rescueHtml(state: RescueState, { rescue, texts, lang, nonce }: Around): Html {
  const { title, lead } = rescue.isMissing ? texts.missing : texts;
  const { look } = state;
  const isBusy = look.found === null || state.salvage === 'working';
  const backups = backupCards({ look, rescue, lang, use: button('use-backup', texts.backup.use, true) });
  const offered = rescue.isMissing
    ? html`<p class="path">${rescue.dataDir}</p>
        ${retryCard(texts)} ${backups} ${newCard(texts)}`
    : html`${backups} ${salvageCard(state, texts, lang)} ${rescue.canOpenAsIs ? asIsCard(texts) : ''}`;
  const content = html`<p>${lead}</p>
    ${offered}`;
  return pageFrame({ title, lang, nonce, isBusy, content });
}

function salvageCard({ salvage }: RescueState, { salvage: told, number }: RescueTexts, lang: Language): Html {
  if (salvage === 'working') return card(told.title, html`<p role="status">${told.working}</p>`);
  if (salvage === 'asked')
    return card(
      told.title,
      html`<p>${told.intro}</p>
        ${button('salvage', told.start, false)}`,
    );
  if ('failure' in salvage) {
    const why = needsRescue(salvage.failure) ? told.failed : errorText(salvage.failure, lang);
    return card(
      told.title,
      html`<p role="alert">${why}</p>
        ${button('salvage', told.start, false)}`,
    );
  }
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
