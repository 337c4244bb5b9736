import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adminKeys, updateUser, type UserChanges } from '@/api/admin';
import { session } from '@/api/session';
import type { User } from '@/api/types';
import { useMe } from '@/domain/me';

/** Changes a person, shows the answer at once, and knows when the admin has changed themselves. */
export function useUserUpdate(user: User) {
  const cache = useQueryClient();
  const me = useMe();
  return useMutation({
    mutationFn: (changes: UserChanges) => updateUser(user.id, changes),
    onSuccess: async (updated) => {
      cache.setQueryData(adminKeys.user(user.id), updated);
      void cache.invalidateQueries({ queryKey: adminKeys.people });
      void cache.invalidateQueries({ queryKey: adminKeys.sessions(user.id) });
      if (user.id !== me.id) return;
      const { email, firstName, lastName, name, role } = updated;
      session.know({ ...me, email, firstName, lastName, name, role });
      // Another role may do other things: the new token says which. Without one now, the next call brings it.
      await session.renew().catch(() => undefined);
    },
  });
}
