import { html } from 'hono/html';
import { keyNumber } from '../../../shared/domain/key-number';
import type { AppError } from '../../../shared/domain/app-error';
import { closedKeys, isOnlyWanted, lockedKeyId, type NeededKey } from '../../core/encryption/unlock-service';
import { errorText } from '../error-text';
import type { Language } from '../language';
import { button, card, pageFrame, wayTo, wordsForm, type Html } from './page-frame';
import { unlockTexts } from './unlock-texts';

export interface UnlockState {
  readonly dataDir: string;
  readonly lang: Language;
  readonly nonce: string;
  readonly isOpening: boolean;
  /** What came of the last words, or what is wrong besides that a key is needed. */
  readonly failure: AppError | null;
}

/** The whole page; while the application opens it asks for itself again every two seconds. */
export function unlockHtml(state: UnlockState): Html {
  const { dataDir, lang, nonce, isOpening } = state;
  const texts = unlockTexts[lang];
  const [next = null] = closedKeys(dataDir);
  const isNotYet = isOnlyWanted(dataDir);
  const { title, lead } = next?.isOfBackup ? texts.ofBackup : isNotYet ? texts.wanted : texts;
  const content = isOpening
    ? html`<p role="status">${texts.opening}</p>`
    : html`<p>${lead}</p>
        ${asked(state, next)} ${isNotYet ? plainCard(lang) : ''} ${next?.isOfBackup ? withoutBackupCard(lang) : ''}
        ${lockedKeyId(dataDir) === null ? '' : lostCard(lang)}`;
  return pageFrame({ title, lang, nonce, isBusy: isOpening, content });
}

/** The field, with the key that it asks for. */
function asked({ lang, failure }: UnlockState, next: NeededKey | null): Html {
  const texts = unlockTexts[lang];
  // What was said did open something: there is another file to be opened.
  const isNext = failure?.reason === 'key-needed';
  const isWrong = failure !== null && !isNext;
  const told = isWrong
    ? html`<p class="wrong" role="alert" id="told">${errorText(failure, lang)}</p>`
    : isNext
      ? html`<p role="status">${texts.another}</p>`
      : '';
  const key = next ? html`<p class="path">${texts.key(keyNumber(next.id))}<br />${next.of}</p>` : '';
  return html`<section>
    ${told} ${wordsForm({ action: '/unlock', label: texts.label, open: texts.open, isWrong, isFirst: true })}
    <div id="hint">
      ${key}
      <p>${texts.hint}</p>
    </div>
  </section>`;
}

function plainCard(lang: Language): Html {
  const { plain } = unlockTexts[lang];
  return card(
    plain.title,
    html`<p>${plain.intro}</p>
      ${button('stay-plain', plain.open, false)}`,
  );
}

/** For who has not the key of a backup, or no longer wants it. */
function withoutBackupCard(lang: Language): Html {
  const { withoutBackup } = unlockTexts[lang];
  return card(
    withoutBackup.title,
    html`<p>${withoutBackup.intro}</p>
      ${button('without-backup', withoutBackup.open, false)}`,
  );
}

function lostCard(lang: Language): Html {
  const { lost } = unlockTexts[lang];
  return card(
    lost.title,
    html`<p>${lost.intro}</p>
      ${wayTo('/lost', lost.open, false)}`,
  );
}
