import { dirname } from 'node:path';
import { html } from 'hono/html';
import type { AppError } from '../../../shared/domain/app-error';
import type { GoodBackup, LockedBackup, Rescue } from '../../core/backups/rescue';
import { errorText } from '../error-text';
import type { Language } from '../language';
import type { BackupLook } from './look-for-backups';
import { button, card, wordsForm, type Html } from './page-frame';
import { rescueTexts } from './rescue-texts';
import { unlockTexts } from './unlock-texts';

interface CardParts {
  readonly look: BackupLook;
  readonly rescue: Rescue;
  readonly lang: Language;
  /** What leads on with the backup that was found. */
  readonly use: Html;
}

/** The newest backup that can be restored, and those that a key is missing for. */
export function backupCards({ look, rescue, lang, use }: CardParts): Html {
  const { backup: told } = rescueTexts[lang];
  const { found } = look;
  if (found === null) return card(told.title, html`<p role="status">${told.looking}</p>`);
  const { good, locked } = found;
  const lockedOnes = locked.length > 0 ? lockedCard(locked, look.failure, lang) : '';
  if (good) return html`${goodCard(good, lang, use)} ${lockedOnes} ${awayCard(found.failure, lang)}`;
  const why = found.failure
    ? html`<p role="alert">${errorText(found.failure, lang)}</p>`
    : html`<p>${told.none(rescue.folders.join(', '))}</p>`;
  const none = card(told.title, html`${why} ${button('look', told.again, false)}`);
  return html`${lockedOnes} ${none}`;
}

function goodCard({ path, at, content }: GoodBackup, lang: Language, use: Html): Html {
  const { backup: told, date, count } = rescueTexts[lang];
  const { offers, formations, companies } = content;
  return card(
    told.title,
    html`<p>${told.found(date(at), count(offers, formations, companies))}</p>
      <p class="path">${dirname(path)}</p>
      ${use}`,
  );
}

/** Newer ones may lie where nobody could look. */
function awayCard(failure: AppError | null, lang: Language): Html {
  const { backup: told } = rescueTexts[lang];
  if (failure === null) return html``;
  return card(
    told.others,
    html`<p role="alert">${errorText(failure, lang)}</p>
      ${button('look', told.again, false)}`,
  );
}

function lockedCard(locked: readonly LockedBackup[], failure: BackupLook['failure'], lang: Language): Html {
  const { locked: told, label } = unlockTexts[lang];
  const alert = failure ? html`<p class="wrong" role="alert" id="told">${errorText(failure, lang)}</p>` : '';
  const form = { action: '/rescue/unlock-backup', label, open: told.open, isWrong: failure !== null };
  return card(
    told.title,
    html`<p id="hint">${told.intro(locked)}</p>
      ${alert} ${wordsForm(form)}`,
  );
}
