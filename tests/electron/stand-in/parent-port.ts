import { EventEmitter } from 'node:events';

// A utility process talks through `process.parentPort`; this one is a plain child that pretends.
const received = new EventEmitter();
process.on('message', (data) => received.emit('message', { data }));
process.on('disconnect', () => process.exit());
Object.defineProperty(process, 'parentPort', {
  value: {
    postMessage: (message: unknown) => process.send?.(message),
    on: (event: string, listener: (message: unknown) => void) => received.on(event, listener),
  },
});
