import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError, cancelled } from '../../../shared/domain/app-error';
import { callPath, httpStatus, requestBodySchema, streamPath } from '../../../shared/rpc/http-wire';
import type { Dispatcher } from '../../../shared/rpc/transport';
import type { Log } from '../../core/ports';
import { errorAnswer } from '../page';

/** The largest input of a procedure: the longest text that a person may paste, and room to spare. Files go elsewhere. */
const maxInputBytes = 2 * 1024 * 1024;

/** The two verbs of the contract over HTTP, as `shared/rpc/http-wire.ts` describes them. Knows no procedure by name. */
export function rpcRoutes(dispatcher: Dispatcher, log: Log): Hono {
  const routes = new Hono();
  const limit = bodyLimit({
    maxSize: maxInputBytes,
    onError: () => {
      throw new AppError('invalid-input', 'The request is too large.');
    },
  });
  routes.onError((error, context) => errorAnswer(context, error, log));
  routes.post(`${callPath}:procedure`, limit, async (context) => {
    const input = await readInput(context);
    const value = await dispatcher.call(context.req.param('procedure'), input, context.req.raw.signal);
    return context.json({ value });
  });
  routes.post(`${streamPath}:procedure`, limit, async (context) => {
    const procedure = context.req.param('procedure');
    const input = await readInput(context);
    const status = dispatcher.kindOf(procedure) === null ? httpStatus['unknown-procedure'] : 200;
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, context.req.raw.signal]);
    const lines = toLines(dispatcher.stream(procedure, input, signal));
    return new Response(
      pulledBody(lines, () => abort.abort()),
      {
        status,
        headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': 'no-store' },
      },
    );
  });
  return routes;
}

async function readInput(context: Context): Promise<unknown> {
  // Forms of other sites cannot send this type.
  if (!/^application\/json\b/.test(context.req.header('content-type') ?? '')) {
    throw new AppError('invalid-input', 'The request is not JSON.');
  }
  const text = await context.req.text().catch((cause: unknown) => {
    if (cause instanceof AppError) throw cause;
    throw cancelled();
  });
  try {
    return requestBodySchema.parse(JSON.parse(text)).input;
  } catch {
    throw new AppError('invalid-input', 'The request is not of the form { input }.');
  }
}

async function* toLines(items: AsyncIterable<unknown>): AsyncGenerator<string> {
  try {
    for await (const item of items) yield `${JSON.stringify({ item })}\n`;
    yield `${JSON.stringify({ end: true })}\n`;
  } catch (error) {
    const known = error instanceof AppError ? error : new AppError('internal', 'An unforeseen error happened.');
    yield `${JSON.stringify({ error: known.toWire() })}\n`;
  }
}

/** A body that asks for the next line only when the last one is on its way: a slow reader is never flooded. */
function pulledBody(lines: AsyncGenerator<string>, onCancel: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await lines.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        onCancel();
        // A reader who left between two lines asks for no more: the producer would wait for ever.
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
