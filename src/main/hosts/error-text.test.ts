import { describe, expect, it } from 'vitest';
import { AppError, errorCodes, errorReasons } from '../../shared/domain/app-error';
import { errorText } from './error-text';

const texts = (['fr', 'en'] as const).flatMap((language) => [
  ...errorReasons.map((reason) => errorText(new AppError('unavailable', '', reason), language)),
  ...errorCodes.map((code) => errorText(new AppError(code, ''), language)),
]);

describe('the text of an error', () => {
  it('is a sentence for every reason and code, with nothing left out in its middle', () => {
    expect(texts.filter((text) => !/^\p{Lu}.*\.$/u.test(text) || /undefined|null| {2}|\(\)| \./.test(text))).toEqual(
      [],
    );
  });

  it('names what is meant', () => {
    const error = new AppError('invalid-input', '', 'file-unclosed-quote', { line: 12 });
    expect(errorText(error, 'fr')).toContain('(ligne 12)');
    expect(errorText(error, 'en')).toContain('(line 12)');
  });

  it('has unbreakable spaces where French wants them', () => {
    expect(texts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
  });
});
