import { describe, expect, it } from 'vitest';
import { chosenLibrary, refusedMachine } from '../../../../src/extension/settings/library-setting';

const ofUser = 's3://mine/library';

describe('a library that the workspace names', () => {
  it.each(['index', '${workspaceFolder}/index', '~/index', '/data/index', 'C:\\index', 'd:/index'])(
    'is used where it is a folder of this machine: %j',
    (ofWorkspace) => {
      expect(chosenLibrary({ ofUser, ofWorkspace })).toBe(ofWorkspace);
      expect(refusedMachine({ ofUser, ofWorkspace })).toBeUndefined();
    },
  );

  it('is used where it is a file URI without a host', () => {
    expect(chosenLibrary({ ofUser, ofWorkspace: 'file:///data/index' })).toBe('file:///data/index');
  });

  it('is that of this workspace’s storage where it is empty, whatever the user set', () => {
    expect(chosenLibrary({ ofUser, ofWorkspace: '' })).toBe('');
  });

  it.each([
    ['s3://theirs/library?endpoint=http://10.0.0.1', 's3://theirs'],
    [' S3://theirs/library', 'S3://theirs'],
    ['db://theirs', 'db://theirs'],
    ['az://theirs', 'az://theirs'],
    ['https://theirs.example:8443/library', 'https://theirs.example:8443'],
    ['\\\\theirs\\share\\library', '\\\\theirs'],
    ['//theirs/share/library', '//theirs'],
    ['file://theirs/share/library', 'file://theirs'],
  ])('is not used where it is on another machine, which is told by its name: %j', (ofWorkspace, machine) => {
    expect(chosenLibrary({ ofUser, ofWorkspace })).toBe(ofUser);
    expect(chosenLibrary({ ofUser: undefined, ofWorkspace })).toBe('');
    expect(refusedMachine({ ofUser, ofWorkspace })).toBe(machine);
  });

  it('is used where the user set the same', () => {
    expect(chosenLibrary({ ofUser, ofWorkspace: ofUser })).toBe(ofUser);
    expect(refusedMachine({ ofUser, ofWorkspace: ofUser })).toBeUndefined();
  });

  it.each([undefined, null, 7, ['s3://theirs']])('is none where it is %j', (ofWorkspace) => {
    expect(chosenLibrary({ ofUser, ofWorkspace })).toBe(ofUser);
    expect(refusedMachine({ ofUser, ofWorkspace })).toBeUndefined();
  });
});

it('is the user’s on whatever machine, for they chose it', () => {
  expect(chosenLibrary({ ofUser: ' s3://mine/library ', ofWorkspace: undefined })).toBe('s3://mine/library');
  expect(refusedMachine({ ofUser, ofWorkspace: undefined })).toBeUndefined();
});
