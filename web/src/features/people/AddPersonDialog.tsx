import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { createUser, type UserInput } from '@/api/calls';
import { Problem } from '@/api/problem';
import type { GlobalRole } from '@/api/types';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Input, Select } from '@/ui/Field';
import { Alert } from '@/ui/states';

const ROLES: GlobalRole[] = ['team_member', 'manager', 'client', 'admin'];

export function AddPersonDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const form = useForm<UserInput>({
    defaultValues: { email: '', firstName: '', lastName: '', role: 'team_member', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const name = (value: string) => (value.trim() !== '' && value.trim().length <= 50) || t('people.nameLength');

  const submit = form.handleSubmit(async (input) => {
    setProblem(undefined);
    try {
      await createUser(input);
      await cache.invalidateQueries({ queryKey: ['users'] });
      onClose();
    } catch (error) {
      const inputs = error instanceof Problem ? error.errors : [];
      for (const { path, message } of inputs) form.setError(path as 'email', { message });
      if (inputs.length === 0) setProblem(textOf(error));
    }
  });

  return (
    <Dialog open onClose={onClose} title={t('people.add')} closeLabel={t('common.close')}>
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {problem !== undefined && <Alert>{problem}</Alert>}
          <div className="grid grid-cols-2 gap-3">
            <Field label={t('people.firstName')} required error={errors.firstName?.message}>
              {(control) => (
                <Input autoComplete="off" {...control} {...form.register('firstName', { validate: name })} />
              )}
            </Field>
            <Field label={t('people.lastName')} required error={errors.lastName?.message}>
              {(control) => (
                <Input autoComplete="off" {...control} {...form.register('lastName', { validate: name })} />
              )}
            </Field>
          </div>
          <Field label={t('session.email')} required error={errors.email?.message}>
            {(control) => (
              <Input
                type="email"
                autoComplete="off"
                {...control}
                {...form.register('email', {
                  validate: (email) => /^\S+@\S+$/.test(email.trim()) || t('people.emailFormat'),
                })}
              />
            )}
          </Field>
          <Field label={t('people.role')}>
            {(control) => (
              <Select {...control} {...form.register('role')}>
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {t(`role.${role}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            label={t('session.password')}
            required
            hint={t('people.passwordHint')}
            error={errors.password?.message}
          >
            {(control) => (
              <Input
                type="password"
                autoComplete="new-password"
                {...control}
                {...form.register('password', {
                  validate: (text) => (text.length >= 8 && text.length <= 128) || t('people.passwordLength'),
                })}
              />
            )}
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {t('people.add')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
