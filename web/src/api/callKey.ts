/**
 * Names one call (`Idempotency-Key`), so that sending it again after its answer got lost does not do it twice.
 */
export function newCallKey(): string {
  // randomUUID exists on https and localhost alone.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
