import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, errorReasons } from '../../shared/domain/app-error';
import { errorText } from './error-text';

const texts = (['fr', 'en'] as const).flatMap((language) => [
  ...errorReasons.map((reason) => errorText(new AppError('unavailable', '', reason), language)),
  ...errorCodes.map((code) => errorText(new AppError(code, ''), language)),
]);

describe('the text of an error', () => {
  it('is a sentence for every reason and code, with nothing left out in its middle', () => {
    // A dot behind a space is a gap, unless it begins the ending of a file's name.
    expect(
      texts.filter((text) => !/^\p{Lu}.*\.$/u.test(text) || /undefined|null| {2}|\(\)| \.(?![a-z])/.test(text)),
    ).toEqual([]);
  });

  it('names file, line and column where they are known', () => {
    const details = { file: 'offres.csv', line: 12, column: 'Titre' };
    const error = new AppError('invalid-input', '', 'file-unclosed-quote', details);
    expect(errorText(error, 'fr')).toContain(
      'Un guillemet ouvert n’est jamais refermé (offres.csv, ligne 12, colonne «\u00a0Titre\u00a0»). Corrigez',
    );
    expect(errorText(error, 'en')).toContain(
      'A quote is opened and never closed (offres.csv, line 12, column “Titre”).',
    );
  });

  it('says what can be done without a page', () => {
    expect(errorText(new AppError('unavailable', '', 'read-only', { path: '/data' }), 'fr')).toBe(
      'Il est impossible d’écrire à cet endroit (/data). Vérifiez vos droits, ou choisissez un autre dossier (--data-dir).',
    );
  });

  it('gives the number under which the log tells more', () => {
    expect(errorText(new AppError('internal', '', null, { incident: 'a1b2' }), 'fr')).toContain('incident a1b2');
    expect(errorText(new AppError('internal', ''), 'fr')).not.toContain('incident');
  });

  it('has unbreakable spaces where French wants them', () => {
    expect(texts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });
});
