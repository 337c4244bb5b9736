import { parentPort } from 'node:worker_threads';
import { Crew } from './crew.ts';
import type { Order } from './messages.ts';

/** A thread of clients: obeys one order after the other, and answers each. */
const crew = new Crew();
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(async () => {
    parentPort?.postMessage(await crew.obey(order));
    if (order.type === 'close') parentPort?.close();
  });
});
