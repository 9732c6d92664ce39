import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translatedTexts } from '../../../scripts/lib/l10n-keys.mjs';
import { slashCommands } from '../../../src/core/chat/slash-command';
import { inputSchemaOf, tools, type ToolName } from '../../../src/engine/tools/tool-list';
import { modelDefaults, modelSettingNames } from '../../../src/extension/settings/model-settings';
import { defaults } from '../../../src/extension/settings/server-settings';
import { ClientCommands } from '../../../src/server/protocol';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

interface Manifest {
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command?: string }[]>;
    keybindings: { command: string }[];
    configuration: { properties: Record<string, { default: unknown; scope: string }> };
    languageModelTools: { name: string; modelDescription: string; inputSchema: object }[];
    chatParticipants: { id: string; name: string; commands: { name: string }[] }[];
    walkthroughs: { steps: { id: string; media: { markdown: string } }[] }[];
  };
}
const manifest = json('package.json') as Manifest;
const { commands, menus, keybindings, configuration, walkthroughs } = manifest.contributes;

describe('the manifest', () => {
  const registered = [...read('src/extension/commands/registry.ts').matchAll(/'(attest\.\w+)':/g)].map(
    ([, id]) => id,
  );
  const contributed = commands.map(({ command }) => command);

  it('contributes only commands that are registered', () => {
    expect(registered.length).toBeGreaterThan(10);
    expect(contributed.filter((id) => !registered.includes(id))).toEqual([]);
  });

  it('leaves out of the palette only what the server names with arguments', () => {
    const internal = registered.filter((id) => !contributed.includes(id ?? ''));
    const { openCitation, ignoreFinding, explainFinding } = ClientCommands;
    expect(internal.sort()).toEqual([openCitation, ignoreFinding, explainFinding].sort());
    expect(registered).toContain(ClientCommands.insertCitation);
  });

  it('binds menus and keys to its own commands', () => {
    const used = [...Object.values(menus).flat(), ...keybindings].flatMap(({ command }) => command ?? []);
    expect(used.filter((id) => !contributed.includes(id))).toEqual([]);
  });

  it('has the defaults that the extension falls back to', () => {
    const value = (name: string): unknown => configuration.properties[`attest.${name}`]?.default;
    expect({
      noteInclude: value('notes.include'),
      noteExclude: value('notes.exclude'),
      sourceSuffixes: value('sources.suffixes'),
      maxFindings: value('findings.max'),
      followUpRounds: value('chat.followUpRounds'),
      queriesPerRound: value('chat.queriesPerRound'),
    }).toEqual(defaults);
    expect({
      timeout: value('model.timeout'),
      tokensPerAction: value('model.tokensPerAction'),
      callsPerMinute: value('model.callsPerMinute'),
    }).toEqual(modelDefaults);
  });

  it('lets no untrusted folder choose where to read and write, and no folder at all where text goes', () => {
    const places = ['attest.library.folders', 'attest.library.location', 'attest.terminology.files'];
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toEqual(expect.arrayContaining(places));
    expect(places.map((name) => configuration.properties[name]?.scope)).toEqual([
      'machine-overridable',
      'machine-overridable',
      'machine-overridable',
    ]);
    const sending = Object.keys(configuration.properties).filter((name) =>
      /^attest\.(?:model|privacy|verifier)\./.test(name),
    );
    expect(sending).toEqual(
      expect.arrayContaining([
        ...modelSettingNames.map((name) => `attest.model.${name}`),
        'attest.privacy.offlineOnly',
      ]),
    );
    expect([...restrictedConfigurations].sort()).toEqual([...places, ...sending].sort());
    for (const name of sending) expect(configuration.properties[name]?.scope, name).toBe('machine');
  });

  it('tells agents of the tools what the engine defines', () => {
    const told = manifest.contributes.languageModelTools.map(({ name, modelDescription, inputSchema }) => ({
      name,
      modelDescription,
      inputSchema,
    }));
    expect(told).toEqual(
      (Object.keys(tools) as ToolName[]).map((name) => ({
        name,
        modelDescription: tools[name].description,
        inputSchema: inputSchemaOf(name),
      })),
    );
  });

  it('has a chat participant with the commands of the chat', () => {
    const [participant] = manifest.contributes.chatParticipants;
    expect(participant?.commands.map(({ name }) => name)).toEqual(slashCommands);
    expect(read('src/extension/agents/register-participant.ts')).toContain(`'${participant?.id}'`);
  });

  it('names walkthrough pages that exist', () => {
    const steps = walkthroughs.flatMap(({ steps }) => steps);
    expect(steps.map(({ id }) => id)).toEqual(['openSample', 'index', 'check', 'factCheck', 'privacy']);
    for (const { media } of steps) expect(read(media.markdown)).not.toBe('');
  });
});

describe('titles', () => {
  const used = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();

  it.each(['package.nls.json', 'package.nls.de.json'])('are all in %s, and nothing else is', (file) => {
    expect(Object.keys(json(file) as object).sort()).toEqual(used);
  });

  it('run the same commands in every language', () => {
    const links = (file: string): string[] => read(file).match(/command:[^)]+/g) ?? [];
    expect(links('package.nls.de.json')).toEqual(links('package.nls.json'));
  });
});

describe('messages', () => {
  const english = Object.keys(json('l10n/bundle.l10n.json') as object);

  it('of the sources are all in the bundle (npm run l10n)', () => {
    expect(english).toEqual(translatedTexts());
  }, 30_000); // Every source is parsed.

  it.each(readdirSync(join(root, 'l10n')).filter((file) => file !== 'bundle.l10n.json'))(
    'are translated in %s with the same placeholders, and no others are',
    (file) => {
      const translated = Object.entries(json(join('l10n', file)) as Record<string, string>);
      const placeholders = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
      expect(translated.length).toBeGreaterThan(english.length / 2);
      for (const [text, translation] of translated) {
        expect(english).toContain(text);
        expect([text, placeholders(translation)]).toEqual([text, placeholders(text)]);
      }
    },
  );
});
