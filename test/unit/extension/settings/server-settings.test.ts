import { describe, expect, it } from 'vitest';
import {
  defaults,
  relativeTo,
  resolvePath,
  toServerSettings,
  type Places,
  type RawSettings,
} from '../../../../src/extension/settings/server-settings';
import { modelDefaults } from '../../../../src/extension/settings/model-settings';

const places: Places = {
  home: '/home/ada',
  base: '/clinic',
  defaultLibrary: '/storage/library',
  locked: false,
};
const raw: RawSettings = {
  library: { ofUser: '', ofWorkspace: undefined },
  guidelineFolders: [],
  noteInclude: ['**/*.note.md'],
  noteExclude: [],
  sourceSuffixes: ['.visit.txt'],
  dictionaries: ['.attest/terminology.json', '~/words.json'],
  noteProfile: 'radiology',
  followUpRounds: 0,
  queriesPerRound: 4,
  checkOn: 'type',
  maxFindings: 7,
  severities: { 'faithfulness/value': 'warning' },
  verifier: { folder: '~/verifier', model: ' owner/name ', acceptedError: 0.05, agreed: undefined },
  model: {
    provider: 'openai-compatible',
    endpoint: ' http://localhost:11434/v1 ',
    name: 'llama',
    organization: '',
    project: '',
    proxy: '',
    certificateFile: '/etc/ca.pem',
    timeout: 30,
    tokensPerAction: 5000,
    callsPerMinute: 10,
    promptPrice: 0.5,
    answerPrice: 2,
    judgeNotes: true,
    offlineOnly: false,
    deidentify: 'always',
    editorProxy: 'http://proxy:3128',
    editorNoProxy: [],
  },
};
const from = (change: Partial<RawSettings>, links = {}) =>
  toServerSettings({ ...raw, ...change }, places, links);

describe('the verifier', () => {
  const verifier = (change: Partial<RawSettings['verifier']>) =>
    toServerSettings({ ...raw, verifier: { ...raw.verifier, ...change } }, places, {}).verifier;

  it('by name is used only after the user has agreed to that very one', () => {
    expect(verifier({})).toEqual({ folder: '/home/ada/verifier', model: '', acceptedError: 0.05 });
    expect(verifier({ agreed: 'other/name' }).model).toBe('');
    expect(verifier({ agreed: 'owner/name' }).model).toBe('owner/name');
  });

  it('falls back to what is safe', () => {
    expect(verifier({ folder: 7, model: 7, acceptedError: 2 })).toEqual({
      folder: '',
      model: '',
      acceptedError: 0.1,
    });
    expect(verifier({ folder: 'relative' }).folder).toBe('');
  });
});

describe('settings for the engine', () => {
  it('carry what the user set', () => {
    const links = { 'file:///n.md': ['file:///s.txt'] };
    expect(from({}, links)).toEqual({
      library: '/storage/library',
      guidelineFolders: [],
      noteInclude: ['**/*.note.md'],
      noteExclude: [],
      sourceSuffixes: ['.visit.txt'],
      dictionaries: ['/clinic/.attest/terminology.json', '/home/ada/words.json'],
      noteProfile: 'radiology',
      chatSearch: { rounds: 0, queriesPerRound: 4 },
      checkOn: 'type',
      maxFindings: 7,
      severities: { 'faithfulness/value': 'warning' },
      sourceLinks: links,
      verifier: { folder: '/home/ada/verifier', model: '', acceptedError: 0.05 },
      model: {
        provider: 'openai-compatible',
        endpoint: 'http://localhost:11434/v1',
        model: 'llama',
        organization: '',
        project: '',
        proxy: 'http://proxy:3128',
        certificateFile: '/etc/ca.pem',
        timeoutSeconds: 30,
        tokensPerAction: 5000,
        callsPerMinute: 10,
        promptPrice: 0.5,
        answerPrice: 2,
        judgeNotes: true,
        deidentify: 'always',
        offlineOnly: false,
      },
    });
  });

  it.each([
    [['models.example.org'], ''],
    [['*.example.org'], ''],
    [['.example.org'], ''],
    [['example.org'], 'http://proxy:3128'],
    [['', 'other.org', 7], 'http://proxy:3128'],
    ['models.example.org', 'http://proxy:3128'],
  ])("leave VS Code's proxy out for the hosts of %j", (editorNoProxy, proxy) => {
    const model = { ...raw.model, endpoint: 'https://models.example.org/v1', editorNoProxy };
    expect(from({ model }).model.proxy).toBe(proxy);
    // A proxy of one's own is meant for the endpoint.
    expect(from({ model: { ...model, proxy: 'http://own:1' } }).model.proxy).toBe('http://own:1');
  });

  it.each([
    ['', '/storage/library'],
    ['  ', '/storage/library'],
    [42, '/storage/library'],
    ['index', '/clinic/index'],
    ['${workspaceFolder}/index', '/clinic/index'],
    ['~/index', '/home/ada/index'],
    ['/data/index', '/data/index'],
    ['s3://bucket/guidelines', 's3://bucket/guidelines'],
    ['db://attest', 'db://attest'],
  ])('put the library of %j at %s', (ofUser, library) => {
    expect(from({ library: { ofUser, ofWorkspace: undefined } }).library).toBe(library);
  });

  it('keep a relative library in storage when no folder is open', () => {
    const alone = { ...places, base: undefined };
    expect(
      toServerSettings({ ...raw, library: { ofUser: 'index', ofWorkspace: undefined } }, alone, {}).library,
    ).toBe('/storage/library');
  });

  it('take a workspace’s folder before the user’s library, and no other machine of a workspace', () => {
    const ofUser = 's3://mine/library';
    expect(from({ library: { ofUser, ofWorkspace: '/data/index' } }).library).toBe('/data/index');
    expect(from({ library: { ofUser, ofWorkspace: 's3://theirs/library' } }).library).toBe(ofUser);
    expect(from({ library: { ofUser: undefined, ofWorkspace: 's3://theirs/library' } }).library).toBe(
      '/storage/library',
    );
  });

  it('resolve guideline folders from their own base, once each', () => {
    const guidelineFolders = [
      { value: ['guidelines', '/shared', '~'], base: '/a' },
      { value: ['guidelines', '/shared', '../b/guidelines'], base: '/b' },
      { value: ['nowhere'], base: undefined },
      { value: 'not a list', base: '/c' },
    ];
    expect(from({ guidelineFolders }).guidelineFolders).toEqual([
      '/a/guidelines',
      '/shared',
      '/home/ada',
      '/b/guidelines',
    ]);
  });

  it('fall back to the defaults for values of a wrong type', () => {
    const wrong = from({
      noteInclude: '**/*.md',
      noteExclude: null,
      sourceSuffixes: 3,
      noteProfile: 'letter',
      checkOn: 'always',
      maxFindings: -1,
      followUpRounds: 6,
      queriesPerRound: 0,
      severities: 'off',
    });
    const { followUpRounds: rounds, queriesPerRound, ...same } = defaults;
    expect(wrong.chatSearch).toEqual({ rounds, queriesPerRound });
    expect(from({}).chatSearch).toEqual({ rounds: 0, queriesPerRound: 4 });
    expect(wrong).toMatchObject({ ...same, checkOn: 'save', noteProfile: 'auto', severities: {} });
    expect(from({ maxFindings: 1.5 }).maxFindings).toBe(defaults.maxFindings);
    expect(from({ maxFindings: '20' }).maxFindings).toBe(defaults.maxFindings);
  });

  it('drop list items and severities that mean nothing', () => {
    const { noteInclude, severities } = from({
      noteInclude: ['**/*.md', '', 5, null],
      severities: { 'guideline/dose': 'off', 'faithfulness/dose': 'loud', nonsense: 'error', 'x/y': 'hint' },
    });
    expect(noteInclude).toEqual(['**/*.md']);
    expect(severities).toEqual({ 'guideline/dose': 'off' });
  });
});

describe('a path of a setting', () => {
  it('is undefined when it is relative to nothing', () => {
    expect(resolvePath('guidelines', undefined, '/home/ada')).toBeUndefined();
  });

  it('keeps a name that only begins with a tilde', () => {
    expect(resolvePath('~archive', '/clinic', '/home/ada')).toBe('/clinic/~archive');
  });

  it('is written relative inside its base and absolute outside', () => {
    expect(relativeTo('/clinic', '/clinic/a/b')).toBe('a/b');
    expect(relativeTo('/clinic', '/clinic')).toBe('.');
    expect(relativeTo('/clinic', '/clinic-2/a')).toBe('/clinic-2/a');
    expect(relativeTo('/clinic', '/other')).toBe('/other');
  });
});

describe('settings of the language model', () => {
  const model = (change: object, locked = false) =>
    toServerSettings({ ...raw, model: { ...raw.model, ...change } }, { ...places, locked }, {}).model;

  it.each([['yes'], [1], [undefined]])('have no notes judged for %j', (judgeNotes) => {
    expect(model({ judgeNotes }).judgeNotes).toBe(false);
  });

  it.each([undefined, 'openai', 1, 'NONE'])('are off with the provider %j', (provider) => {
    expect(model({ provider }).provider).toBe('none');
  });

  it('are locked by the setting, by the policy, and by a lock that is no boolean', () => {
    expect(model({ offlineOnly: true }).offlineOnly).toBe(true);
    expect(model({}, true).offlineOnly).toBe(true);
    expect(model({ offlineOnly: 'no' }).offlineOnly).toBe(true);
  });

  it('de-identify what leaves the machine where the setting is none that is known', () => {
    expect(model({ deidentify: 'off' }).deidentify).toBe('remote');
  });

  it('fall back where a number is none', () => {
    expect(model({ timeout: -1, tokensPerAction: 'many', callsPerMinute: 0, promptPrice: -2 })).toMatchObject(
      {
        timeoutSeconds: modelDefaults.timeout,
        tokensPerAction: modelDefaults.tokensPerAction,
        callsPerMinute: modelDefaults.callsPerMinute,
        promptPrice: null,
      },
    );
  });

  it('take no certificates by a relative path, which a workspace could fill', () => {
    expect(model({ certificateFile: 'ca.pem' }).certificateFile).toBe('');
  });
});
