import { describe, expect, it } from 'vitest';
import { parseOptions, parseSettings } from '../../../../src/server/client/settings';

describe('the options of the server', () => {
  it('have defaults for a client that sends none, which then gets no commands', () => {
    const options = parseOptions(undefined, '/dist/models');
    expect(options).toMatchObject({ models: '/dist/models', clientCommands: false, rulePages: '' });
    expect(options.settings).toMatchObject({ checkOn: 'save', maxFindings: 50, guidelineFolders: [] });
  });

  it('are taken as the client sends them', () => {
    const settings = { library: '/l', guidelineFolders: ['/g'], severities: { 'faithfulness/value': 'off' } };
    const options = parseOptions({ settings, models: '/m', rulePages: 'file:///r' }, '/dist/models');
    expect(options).toMatchObject({ settings, models: '/m', rulePages: 'file:///r', clientCommands: true });
  });

  it.each([
    [{ settings: { checkOn: 'always' } }, 'settings.checkOn'],
    [{ settings: { maxFindings: 0 } }, 'settings.maxFindings'],
    [{ settings: { guidelineFolders: ['relative'] } }, 'settings.guidelineFolders.0'],
    ['text', ''],
  ])('name what is wrong in %j', (data, where) => {
    expect(() => parseOptions(data, '/m')).toThrow(
      expect.objectContaining({
        reason: 'invalid-input',
        message: expect.stringContaining(`"${where}"`) as string,
      }),
    );
  });

  it('are validated again when settings change', () => {
    expect(() => parseSettings({ severities: { 'faithfulness/value': 'loud' } })).toThrow(/severities/);
  });
});
