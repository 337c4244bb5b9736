import { useForm } from 'react-hook-form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '@/api/types';
import { usePersonRules } from '@/domain/personRules';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Field, Input } from '@/ui/Field';
import { Section } from '@/ui/Section';
import { Alert, Done } from '@/ui/states';
import { useUserUpdate } from './useUserUpdate';

const FIELDS = ['firstName', 'lastName', 'email'] as const;

export function FactsSection({ user }: { user: User }) {
  const { t } = useTranslation();
  const rules = usePersonRules();
  const textOf = useProblemText();
  const update = useUserUpdate(user);
  const [problem, setProblem] = useState<string>();
  const { firstName, lastName, email } = user;
  const form = useForm({ values: { firstName, lastName, email }, resetOptions: { keepDirtyValues: true } });
  const { errors, dirtyFields, isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const changed = FIELDS.filter((field) => dirtyFields[field] === true);
    try {
      const saved = await update.mutateAsync(Object.fromEntries(changed.map((field) => [field, values[field].trim()])));
      // Shown as the server keeps it. A reset() would keep what was typed, as its options say.
      changed.forEach((field) => form.resetField(field, { defaultValue: saved[field] }));
    } catch (error) {
      if (!showRefusals(form, error)) setProblem(textOf(error));
    }
  });

  return (
    <Section title={t('people.facts')} text={t('people.factsText')}>
      <form noValidate onSubmit={submit} aria-label={t('people.facts')} className="flex flex-col gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          {(['firstName', 'lastName'] as const).map((field) => (
            <Field key={field} label={t(`people.${field}`)} error={errors[field]?.message}>
              {(control) => (
                <Input autoComplete="off" {...control} {...form.register(field, { validate: rules.name })} />
              )}
            </Field>
          ))}
        </div>
        <Field label={t('session.email')} hint={t('people.emailHint')} error={errors.email?.message}>
          {(control) => (
            <Input
              type="email"
              autoComplete="off"
              {...control}
              {...form.register('email', { validate: rules.email })}
            />
          )}
        </Field>
        {problem !== undefined && <Alert>{problem}</Alert>}
        <div className="flex items-center gap-3">
          <Button type="submit" variant={isDirty ? 'primary' : 'secondary'} disabled={!isDirty} busy={isSubmitting}>
            {t('common.save')}
          </Button>
          {update.isSuccess && !isDirty && <Done>{t('people.saved')}</Done>}
        </div>
      </form>
    </Section>
  );
}
