import { afterEach, expect, it } from 'vitest';
import { t, useTranslations } from '../../../../src/server/client/translate';

afterEach(() => useTranslations(undefined));

it('texts are English unless the client brings a translation', () => {
  expect(t('line {0}', 3)).toBe('line 3');
  useTranslations({ 'line {0}': 'Zeile {0}' });
  expect(t('line {0}', 3)).toBe('Zeile 3');
  expect(t('page {0}', 3)).toBe('page 3');
});

it('arguments are never read as places', () => {
  expect(t('{0} of {1}', '{1}', 2)).toBe('{1} of 2');
  expect(t('{0} and {9}', 1)).toBe('1 and {9}');
});
