import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { adminKeys } from '@/api/admin';
import { createUser, type UserInput } from '@/api/calls';
import type { GlobalRole, User } from '@/api/types';
import { PasswordField } from '@/domain/PasswordField';
import { usePersonRules } from '@/domain/personRules';
import { RoleOptions } from '@/domain/RoleOptions';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Input, Select } from '@/ui/Field';
import { Alert } from '@/ui/states';

const ROLES: GlobalRole[] = ['team_member', 'manager', 'client', 'admin'];

interface Props {
  onClose: () => void;
  onCreated: (user: User) => void;
}

export function AddPersonDialog({ onClose, onCreated }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const form = useForm<UserInput>({
    defaultValues: { email: '', firstName: '', lastName: '', role: 'team_member', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const rules = usePersonRules();

  const submit = form.handleSubmit(async (input) => {
    setProblem(undefined);
    try {
      const user = await createUser(input);
      void cache.invalidateQueries({ queryKey: adminKeys.users });
      onClose();
      onCreated(user);
    } catch (error) {
      if (!showRefusals(form, error)) setProblem(textOf(error));
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
                <Input autoComplete="off" {...control} {...form.register('firstName', { validate: rules.name })} />
              )}
            </Field>
            <Field label={t('people.lastName')} required error={errors.lastName?.message}>
              {(control) => (
                <Input autoComplete="off" {...control} {...form.register('lastName', { validate: rules.name })} />
              )}
            </Field>
          </div>
          <Field label={t('session.email')} required error={errors.email?.message}>
            {(control) => (
              <Input
                type="email"
                autoComplete="off"
                {...control}
                {...form.register('email', { validate: rules.email })}
              />
            )}
          </Field>
          <Field label={t('people.role')} error={errors.role?.message}>
            {(control) => (
              <Select {...control} {...form.register('role')}>
                <RoleOptions roles={ROLES} />
              </Select>
            )}
          </Field>
          <PasswordField
            label={t('session.password')}
            hint={t('people.passwordHint')}
            error={errors.password?.message}
            autoComplete="new-password"
            {...form.register('password', { validate: rules.password })}
          />
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
