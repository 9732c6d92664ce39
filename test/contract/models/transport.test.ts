import { readFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AttestError } from '../../../src/core/errors';
import { OpenAiModel } from '../../../src/models/openai/openai-model';
import { trustedCertificates } from '../../../src/models/openai/transport';
import { startOpenAiServer, type OpenAiServer } from '../../support/openai-server/openai-server';
import { startTunnelProxy, type TunnelProxy } from '../../support/tunnel-proxy';

const tls = join(import.meta.dirname, '../../fixtures/tls');
const certificate = readFileSync(join(tls, 'certificate.pem'), 'utf8');
const key = readFileSync(join(tls, 'key.pem'), 'utf8');
/** No name server knows it: it is reached through a proxy or not at all. */
const elsewhere = 'models.example';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  });
  return (server.address() as AddressInfo).port;
}

async function modelServer(): Promise<OpenAiServer & { port: number }> {
  const server = await startOpenAiServer([{ text: 'Yes.' }]);
  open.push(server);
  return Object.assign(server, { port: Number(new URL(server.baseUrl).port) });
}

/** The model server behind TLS, with the certificate of a private authority. */
async function behindTls(port: number): Promise<number> {
  const server = createTlsServer({ key, cert: certificate }, (incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const inner = httpRequest({ host: '127.0.0.1', port, method, path: url, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.pipe(outgoing);
    });
    incoming.pipe(inner);
  });
  return listen(server);
}

async function proxyTo(port: number): Promise<TunnelProxy> {
  const proxy = await startTunnelProxy(port);
  open.push(proxy);
  return proxy;
}

function modelAt(config: Partial<ConstructorParameters<typeof OpenAiModel>[0]> & { baseUrl: string }): OpenAiModel {
  const model = new OpenAiModel({ model: 'test-model', timeoutMs: 5_000, ...config });
  open.push(model);
  return model;
}

const ask = async (model: OpenAiModel): Promise<string> =>
  (await model.complete({ purpose: 'chat', messages: [{ role: 'user', content: 'Hello?' }], maxTokens: 9 })).text;
const failure = (work: Promise<unknown>): Promise<AttestError> =>
  work.then(
    () => expect.fail('no error'),
    (error: unknown) => error as AttestError,
  );

describe('the key', () => {
  it.each(['clinic.openai.azure.com', 'clinic.cognitiveservices.azure.com'])(
    'goes to %s in the header that Azure reads',
    async (host) => {
      const server = await modelServer();
      const proxy = await proxyTo(server.port);
      const baseUrl = `http://${host}/openai/deployments/m?api-version=2024-10-21`;
      expect(await ask(modelAt({ baseUrl, proxy: proxy.url, apiKey: 'secret' }))).toBe('Yes.');
      expect(server.calls[0]?.headers).toMatchObject({ 'api-key': 'secret' });
      expect(server.calls[0]?.headers.authorization).toBeUndefined();
    },
  );

  it.each([elsewhere, 'openai.azure.com.models.example'])('goes to %s as a bearer', async (host) => {
    const server = await modelServer();
    const proxy = await proxyTo(server.port);
    expect(await ask(modelAt({ baseUrl: `http://${host}/v1`, proxy: proxy.url, apiKey: 'secret' }))).toBe('Yes.');
    expect(server.calls[0]?.headers).toMatchObject({ authorization: 'Bearer secret' });
    expect(server.calls[0]?.headers).not.toHaveProperty('api-key');
  });
});

describe('certificates that are trusted besides own ones', () => {
  it('are those of Node with what its environment adds, and of the system, once each', () => {
    const lists = { default: ['bundled', 'extra'], system: ['extra', 'of the system'] };
    const store = { rootCertificates: ['bundled'], getCACertificates: (type: keyof typeof lists) => lists[type] };
    expect(trustedCertificates(store)).toEqual(['bundled', 'extra', 'of the system']);
  });

  it('are those of Node where it tells no others', () => {
    expect(trustedCertificates({ rootCertificates: ['bundled'] })).toEqual(['bundled']);
  });
});

describe('a proxy', () => {
  it('takes what goes to another computer', async () => {
    const server = await modelServer();
    const proxy = await proxyTo(server.port);
    const model = modelAt({ baseUrl: `http://${elsewhere}/v1`, proxy: proxy.url });
    expect(await ask(model)).toBe('Yes.');
    expect(proxy.hosts).toEqual([`${elsewhere}:80`]);
  });

  it('is never used for a model on this computer', async () => {
    const server = await modelServer();
    const proxy = await proxyTo(server.port);
    expect(await ask(modelAt({ baseUrl: server.baseUrl, proxy: proxy.url }))).toBe('Yes.');
    expect(proxy.hosts).toEqual([]);
  });
});

describe('certificates', () => {
  it('of an authority that nobody knows are refused', async () => {
    const server = await modelServer();
    const port = await behindTls(server.port);
    const error = await failure(ask(modelAt({ baseUrl: `https://localhost:${port}/v1` })));
    expect(error.reason).toBe('model-unreachable');
    expect(server.requests).toBe(0);
  }, 20_000);

  it('of an authority that the user names are trusted, also through a proxy', async () => {
    const server = await modelServer();
    const port = await behindTls(server.port);
    const certificates = [certificate];
    expect(await ask(modelAt({ baseUrl: `https://localhost:${port}/v1`, certificates }))).toBe('Yes.');
    const proxy = await proxyTo(port);
    const model = modelAt({ baseUrl: `https://${elsewhere}/v1`, proxy: proxy.url, certificates });
    expect(await ask(model)).toBe('Yes.');
    expect(proxy.hosts).toEqual([`${elsewhere}:443`]);
  });
});
