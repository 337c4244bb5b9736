import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Checkbox, Field, Input, Textarea } from '@/ui/Field';

export interface ProgramForm {
  name: string;
  key: string;
  description: string;
  allowClientSubmission: boolean;
  requireApproval: boolean;
}

export function NameAndDescription({ form }: { form: UseFormReturn<ProgramForm> }) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  return (
    <>
      <Field label={t('programs.name')} required error={errors.name?.message}>
        {(control) => (
          <Input
            autoComplete="off"
            {...control}
            {...form.register('name', {
              validate: (name) => {
                const length = name.trim().length;
                return (length >= 2 && length <= 100) || t('programs.nameLength');
              },
            })}
          />
        )}
      </Field>
      <Field label={t('programs.description')} mark={t('common.optional')} error={errors.description?.message}>
        {(control) => <Textarea maxLength={2000} rows={3} {...control} {...form.register('description')} />}
      </Field>
    </>
  );
}

export function Rules({ form }: { form: UseFormReturn<ProgramForm> }) {
  const { t } = useTranslation();
  return (
    <>
      <Checkbox
        label={t('programs.requireApproval')}
        hint={t('programs.requireApprovalHint')}
        {...form.register('requireApproval')}
      />
      <Checkbox
        label={t('programs.allowClientSubmission')}
        hint={t('programs.allowClientSubmissionHint')}
        {...form.register('allowClientSubmission')}
      />
    </>
  );
}
