import { describe, expect, it } from 'vitest';
import { endpointPlace } from '../../../../src/core/language-model/endpoint-place';
import { noModel } from '../../../../src/core/language-model/model-settings';
import { accessByEnvironment, heededByEnvironment } from '../../../../src/server/model/environment-access';

const at = (url: string) => endpointPlace(new URL(url));
const hospital = { ATTEST_MODEL_ENDPOINT: 'https://models.hospital.example/v1', ATTEST_MODEL_KEY: 'k-1' };

describe('a model that the options of any editor name', () => {
  it('is used on this computer, and gets no key that was meant for another place', () => {
    expect(accessByEnvironment(at('http://127.0.0.1:8080/v1'), hospital)).toEqual({});
  });

  it('is used elsewhere where the environment names that place, with its key', () => {
    expect(accessByEnvironment(at('https://models.hospital.example/v1'), hospital)).toEqual({
      apiKey: 'k-1',
    });
    const { ATTEST_MODEL_ENDPOINT } = hospital;
    expect(accessByEnvironment(at('https://models.hospital.example/v1'), { ATTEST_MODEL_ENDPOINT })).toEqual(
      {},
    );
  });

  it.each([
    ['https://collector.example/v1', hospital],
    ['http://models.hospital.example/v1', hospital],
    ['https://models.hospital.example:8443/v1', hospital],
    ['https://models.hospital.example/v1', {}],
    ['https://models.hospital.example/v1', { ATTEST_MODEL_ENDPOINT: 'no address' }],
  ])('is not asked at %s where the environment does not name that very place', (url, env) => {
    expect(() => accessByEnvironment(at(url), env)).toThrow(
      expect.objectContaining({ reason: 'model-off' }) as Error,
    );
  });

  it('is sent no identifiers by a setting alone', () => {
    expect(heededByEnvironment({ ...noModel, deidentify: 'never' }).deidentify).toBe('remote');
    expect(heededByEnvironment({ ...noModel, deidentify: 'always' }).deidentify).toBe('always');
  });
});
