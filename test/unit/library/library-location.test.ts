import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { libraryLocation } from '../../../src/library/library-location';

describe('libraryLocation', () => {
  it('takes a path as a folder, made absolute', () => {
    expect(libraryLocation('some/library')).toEqual({ kind: 'folder', uri: resolve('some/library') });
    expect(libraryLocation('/abs/lib')).toEqual({ kind: 'folder', uri: resolve('/abs/lib') });
  });

  it('does not take a drive letter for a scheme', () => {
    expect(libraryLocation('C:\\Users\\me\\library').kind).toBe('folder');
    expect(libraryLocation('d:/library').kind).toBe('folder');
  });

  it.each(['s3://bucket/library', 'gs://b/l', 'az://b/l', 'db://host:1', 's3+ddb://b/l?ddbTableName=t'])(
    'passes %s through',
    (uri) => {
      expect(libraryLocation(uri)).toEqual({ kind: 'remote', uri });
    },
  );
});
