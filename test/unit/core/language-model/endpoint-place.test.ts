import { describe, expect, it } from 'vitest';
import { endpointPlace } from '../../../../src/core/language-model/endpoint-place';

const place = (url: string) => endpointPlace(new URL(url));

describe('the place of an endpoint', () => {
  it.each([
    ['gpt-oss:120b-cloud', false],
    ['qwen3-coder:480b-cloud', false],
    ['kimi-k2:cloud', false],
    ['llama3.1:8b', true],
    ['cloudy-7b', true],
  ])('stays on this computer with %s: %s', (model, loopback) => {
    expect(endpointPlace(new URL('http://localhost:11434/v1'), model)).toEqual({
      kind: 'endpoint',
      host: 'localhost:11434',
      loopback,
    });
  });

  it.each([
    'http://localhost:11434/v1',
    'http://127.0.0.1:8080/v1',
    'http://127.9.9.9/v1',
    'http://[::1]/v1',
  ])('is this computer at %s, where nobody reads on the way', (url) =>
    expect(place(url)).toEqual({ kind: 'endpoint', host: new URL(url).host, loopback: true }),
  );

  it('is open to whoever is on the way to another computer without encryption', () => {
    expect(place('http://api.example.org/v1')).toEqual({
      kind: 'endpoint',
      host: 'api.example.org',
      loopback: false,
      unencrypted: true,
    });
    expect(place('https://api.example.org/v1')).toEqual({
      kind: 'endpoint',
      host: 'api.example.org',
      loopback: false,
    });
  });

  it.each(['https://localhost.example.org', 'https://127.0.0.1.example.org', 'https://[::2]'])(
    'is another computer at %s, whose name only begins like this one',
    (url) => expect(place(url).loopback).toBe(false),
  );
});
