import { describe, expect, it } from 'vitest';
import { noModel } from '../../../../src/core/language-model/model-settings';
import { configuredEndpoint, configuredPlace, placeName } from '../../../../src/extension/model/model-place';

const set = { ...noModel, provider: 'openai-compatible' } as const;
const nameOf = (endpoint: string): string | undefined => {
  const place = configuredPlace({ ...set, endpoint });
  return place && placeName(place);
};

describe('what a place is remembered by', () => {
  it('is its host and port, whatever the path', () => {
    expect(nameOf('https://models.example/v1')).toBe('models.example');
    expect(nameOf('https://models.example:443/other')).toBe('models.example');
    expect(nameOf('https://models.example:8443/v1')).toBe('models.example:8443');
  });

  it('is another name where the way there is open', () => {
    expect(nameOf('http://models.example/v1')).toBe('http://models.example');
    expect(nameOf('http://localhost:11434/v1')).toBe('localhost:11434');
  });

  it('is none where no model may be used', () => {
    expect(nameOf('no address')).toBeUndefined();
    expect(
      configuredPlace({ ...set, endpoint: 'https://models.example', offlineOnly: true }),
    ).toBeUndefined();
    expect(configuredPlace({ ...noModel, endpoint: 'https://models.example' })).toBeUndefined();
  });
});

it('the endpoint that is set has its place for a key before it is used', () => {
  expect(configuredEndpoint({ endpoint: 'http://models.example/v1', model: '' })).toMatchObject({
    unencrypted: true,
  });
  expect(configuredEndpoint({ endpoint: '', model: '' })).toBeUndefined();
});
