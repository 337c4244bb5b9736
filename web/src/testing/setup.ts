import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, vi } from 'vitest';
import { startI18n } from '@/app/i18n';

// A deadline for what must happen, generous because machines are shared; nothing waits for it to pass.
configure({ asyncUtilTimeout: 10_000 });

beforeAll(() => startI18n('en'));

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});

// What jsdom does not have and the components ask for.
class NoResizeObserver implements ResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}
globalThis.ResizeObserver = NoResizeObserver;
// Nothing is laid out; virtualised lists need a window to fill.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { value: 800 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { value: 1200 });
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.hasPointerCapture = () => false;
window.matchMedia = (query: string) =>
  ({
    media: query,
    matches: query.includes('width >='),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
