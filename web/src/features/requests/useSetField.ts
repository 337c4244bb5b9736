import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { updateRequest } from '@/api/calls';
import { Problem } from '@/api/problem';
import { keys, type Loaded } from '@/api/queries';
import type { RequestDetail } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { useLive } from '@/live/react';

type Wanted = Readonly<Record<string, boolean>>;

export interface SetField {
  /** What is in it, with what is on its way. */
  members: readonly string[];
  busy: boolean;
  error: string | undefined;
  /** Puts one in, or takes it out; what else is in it stays as anybody has made it. */
  set: (member: string, inside: boolean) => void;
}

const ATTEMPTS = 4;

/**
 * A field whose value is a set: the checked items of a checklist, files. Members come and go one by one, so that two people who
 * change different ones at once never meet: the server's refusal brings the new set, and the change is made to that.
 */
export function useSetField(request: RequestDetail, fieldKey: string): SetField {
  const cache = useQueryClient();
  const live = useLive();
  const textOf = useProblemText();
  const [wanted, setWanted] = useState<Wanted>({});
  const ref = { programId: request.programId, requestId: request.id };

  const mutation = useMutation({
    // One after the other, each on what the one before has made.
    scope: { id: `${request.id}.${fieldKey}` },
    mutationFn: async ({ member, inside }: { member: string; inside: boolean }) => {
      let base = cache.getQueryData<Loaded<RequestDetail>>(keys.request(ref))?.value ?? request;
      for (let attempt = 1; ; attempt++) {
        const members = changed(membersOf(base, fieldKey), member, inside);
        try {
          const input = { fields: { [fieldKey]: members.length === 0 ? null : members } };
          return await updateRequest(ref, input, base.version);
        } catch (error) {
          const current = error instanceof Problem && error.slug === 'stale-version' ? error.current : undefined;
          if (current === undefined || attempt === ATTEMPTS) throw error;
          base = current;
        }
      }
    },
    onSuccess: (detail) => live.adopt(detail),
    // What was wanted of it since then is still on its way.
    onSettled: (_, __, { member, inside }) =>
      setWanted((all) =>
        Object.fromEntries(Object.entries(all).filter(([name, later]) => name !== member || later !== inside)),
      ),
  });

  const members = Object.entries(wanted).reduce<string[]>(
    (all, [member, inside]) => changed(all, member, inside),
    membersOf(request, fieldKey),
  );
  return {
    members,
    busy: mutation.isPending,
    error: mutation.error === null ? undefined : textOf(mutation.error),
    set: (member, inside) => {
      setWanted((all) => ({ ...all, [member]: inside }));
      mutation.mutate({ member, inside });
    },
  };
}

function membersOf(request: RequestDetail, fieldKey: string): string[] {
  const value = request.fields[fieldKey];
  return Array.isArray(value) ? value : [];
}

function changed(members: string[], member: string, inside: boolean): string[] {
  if (!inside) return members.filter((other) => other !== member);
  return members.includes(member) ? members : [...members, member];
}
