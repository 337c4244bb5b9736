import { queryOptions } from '@tanstack/react-query';
import { ask, askOutside } from './http';
import type { components } from './schema';
import type { Me } from './types';

type Schemas = components['schemas'];
export type OpenSession = Schemas['OpenSession'];
export type Registration = Schemas['NewRegistration'];
export type NameChanges = Schemas['NameChanges'];

export const sessionsKey = ['sessions'] as const;

export const authOptionsQuery = () =>
  queryOptions({
    queryKey: ['auth-options'],
    queryFn: ({ signal }) => askOutside<Schemas['AuthOptions']>('/auth/options', { signal }),
    staleTime: 60_000,
    // The page works without an answer; nothing is offered then.
    retry: false,
  });

export const register = (body: Registration) => askOutside<undefined>('/auth/registration', { method: 'POST', body });

export const askForReset = (email: string) =>
  askOutside<undefined>('/auth/password-reset-requests', { method: 'POST', body: { email } });

export const resetPassword = (token: string, password: string) =>
  askOutside<undefined>('/auth/password', { method: 'PUT', body: { token, password } });

export const changeNames = async (body: NameChanges): Promise<Me> =>
  (await ask<Me>('/me', { method: 'PATCH', body })).body;

export const changePassword = (currentPassword: string, password: string) =>
  ask<undefined>('/me/password', { method: 'PUT', body: { currentPassword, password } });

export const ownSessionsQuery = () =>
  queryOptions({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await ask<Schemas['OpenSessionList']>('/me/sessions', { signal })).body.data,
    staleTime: 15_000,
  });

export const endSession = (sessionId: string) => ask<undefined>(`/me/sessions/${sessionId}`, { method: 'DELETE' });

export const endOtherSessions = () => ask<undefined>('/me/sessions', { method: 'DELETE' });
