// What the engine bench measures. Candidates take turns in short windows, so that what disturbs one disturbs all; each
// figure is kept together with the cycle that it belongs to.
import { readFileSync } from 'node:fs';
import { pause, systemSeconds } from './measure.mjs';

const AT_A_TIME = 50;
const WARM_UPS = 6;
/** Java compiles what connects need during the first 36,000 of them, on the same core; before, that would be measured. */
const CONNECT_WARM_UPS = 20;
/** Servers keep what belongs to a closed connection for some seconds. */
const CLOSED_MILLIS = 8_000;
/** A heartbeat of each connection, so that its code is compiled before it is measured. */
const SETTLE_MILLIS = 26_000;

/** CPU of the server per delivered message, with 1 and with 8 broadcasts pending. */
export async function fanout(candidates, sockets, { cycles, windowMillis, warmUpMillis }) {
  const rows = [];
  for (const pending of [1, 8]) {
    for (const candidate of candidates) await window(candidate, pending, warmUpMillis);
    for (let cycle = 0; cycle < cycles; cycle++) {
      for (const candidate of candidates) {
        rows.push({ sockets, pending, cycle, candidate: candidate.name, ...(await window(candidate, pending, windowMillis)) });
      }
    }
  }
  return rows;
}

async function window(candidate, pending, millis) {
  const [cpu, system] = [candidate.cpu(), systemSeconds(candidate.pid)];
  const { messages, nanos } = await candidate.ask(`fanout ${pending} ${millis}`);
  return {
    microseconds: ((candidate.cpu() - cpu) / messages) * 1e6,
    systemMicroseconds: ((systemSeconds(candidate.pid) - system) / messages) * 1e6,
    messagesPerSecond: (messages / nanos) * 1e9,
  };
}

/** Time from when a broadcast is due to when each client has it, in microseconds. */
export async function latency(candidates, sockets, { cycles, rate, broadcasts }) {
  const rows = [];
  for (let cycle = -1; cycle < cycles; cycle++) {
    for (const candidate of candidates) {
      const times = await candidate.ask(`latency ${rate} ${broadcasts}`);
      if (cycle >= 0) rows.push({ sockets, rate, cycle, candidate: candidate.name, ...times });
    }
  }
  return rows;
}

/** Memory of one idle connection. The heap's pages are resident from the start, so the rest of the growth is not heap. */
export async function idleMemory(candidates, { warmUp, more }) {
  const rows = [];
  for (const candidate of candidates) {
    // Compiled code and classes must be there before, without memory for more connections than stay.
    for (let i = 0; i < WARM_UPS; i++) {
      await candidate.ask(`open ${warmUp} ${AT_A_TIME}`);
      await candidate.ask('close');
      await pause(300);
    }
    await pause(CLOSED_MILLIS);
    await candidate.ask(`open ${warmUp} ${AT_A_TIME}`);
    const before = await settledMemory(candidate);
    await candidate.ask(`open ${more} ${AT_A_TIME}`);
    const after = await settledMemory(candidate);
    const heap = (after.heap - before.heap) / more;
    const resident = (after.resident - before.resident) / more;
    // Node's heap grows within its resident memory; a Java heap was resident before.
    const total = candidate.name === 'node' ? resident : heap + resident;
    rows.push({ candidate: candidate.name, connections: more, heapBytes: heap, residentBytes: resident, totalBytes: total });
  }
  return rows;
}

async function settledMemory(candidate) {
  await pause(500);
  const { heap } = await candidate.collect();
  await pause(500);
  const status = readFileSync(`/proc/${candidate.pid}/status`, 'utf8');
  return { heap, resident: Number(/^VmRSS:\s+(\d+)/m.exec(status)[1]) * 1024 };
}

/** CPU of the server while its clients only answer heartbeats; all candidates at the same time. */
export async function idleCpu(candidates, { connections, seconds }) {
  for (const candidate of candidates) {
    const { open } = await candidate.ask('check');
    await candidate.ask(`open ${connections - open} ${AT_A_TIME}`);
  }
  await pause(SETTLE_MILLIS);
  const before = await Promise.all(candidates.map((candidate) => candidate.ask('check')));
  const cpu = candidates.map((candidate) => candidate.cpu());
  await pause(seconds * 1000);
  const rows = [];
  for (const [i, candidate] of candidates.entries()) {
    const share = (candidate.cpu() - cpu[i]) / seconds;
    const { open, heartbeats } = await candidate.ask('check');
    const row = { candidate: candidate.name, connections: open, seconds, heartbeats: heartbeats - before[i].heartbeats };
    rows.push({ ...row, percentOfCore: share * 100 });
    if (open !== connections) throw new Error(`${candidate.title}: ${open} connections (expected: ${connections})`);
  }
  return rows;
}

/** Whole connects: TCP, WebSocket, Engine.IO, middleware with a token, ten rooms, and the first event. */
export async function connects(candidates, { cycles, connections }) {
  const rows = [];
  for (let cycle = -CONNECT_WARM_UPS; cycle < cycles; cycle++) {
    for (const candidate of candidates) {
      const cpu = candidate.cpu();
      const { nanos } = await candidate.ask(`open ${connections} ${AT_A_TIME}`);
      const microseconds = ((candidate.cpu() - cpu) / connections) * 1e6;
      await candidate.ask('close');
      await pause(300);
      if (cycle >= 0) rows.push({ cycle, candidate: candidate.name, perSecond: (connections / nanos) * 1e9, microseconds });
    }
  }
  return rows;
}
