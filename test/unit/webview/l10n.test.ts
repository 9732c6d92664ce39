import { afterEach, describe, expect, it } from 'vitest';
import { formatInterval, formatNumber, formatPercent, plural, setLanguage, t } from '../../../webview/l10n';

afterEach(() => setLanguage('en', {}));

describe('texts of the panel', () => {
  it('are English without a bundle, with arguments in their places', () =>
    expect(t('{1} before {0}', 'b', 'a')).toBe('a before b'));

  it('come from the bundle, missing ones stay English', () => {
    setLanguage('de', { Chat: 'Unterhaltung', '{0} findings': '{0} Befunde' });
    expect(t('Chat')).toBe('Unterhaltung');
    expect(plural(1200, '1 finding', '{0} findings')).toBe('1.200 Befunde');
    expect(t('Library')).toBe('Library');
  });

  it('never take a text from the prototype of the bundle', () =>
    expect(t('constructor')).toBe('constructor'));

  it('leave a placeholder without an argument visible', () => expect(t('{0} of {1}', 1)).toBe('1 of {1}'));

  it('do not replace placeholders inside arguments', () => expect(t('{0} {1}', '{1}', 'x')).toBe('{1} x'));

  it('fall back to English numbers for a language that Intl does not know', () => {
    setLanguage('x-klingon', {});
    expect(formatNumber(1234.56)).toBe('1,234.6');
  });
});

describe('shares', () => {
  it.each([
    [0, '0%'],
    [0.001, '<1%'],
    [0.344, '34%'],
    [0.999, '>99%'],
    [1, '100%'],
  ])('%d is %s', (share, text) => expect(formatPercent(share)).toBe(text));

  it('give an interval with one percent sign', () =>
    expect(formatInterval({ low: 0.404, high: 0.892 })).toBe('40–89%'));
});
