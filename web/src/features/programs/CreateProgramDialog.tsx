import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { createProgram } from '@/api/calls';
import { keys } from '@/api/queries';
import type { Program } from '@/api/types';
import { showRefusals } from '@/domain/showRefusals';
import { useProblemText } from '@/domain/useProblemText';
import { Button } from '@/ui/Button';
import { Dialog, DialogBody, DialogFooter } from '@/ui/Dialog';
import { Field, Input } from '@/ui/Field';
import { Alert } from '@/ui/states';
import { NameAndDescription, Rules, type ProgramForm } from './programForm';

interface Props {
  onClose: () => void;
  onCreated: (program: Program) => void;
}

export function CreateProgramDialog({ onClose, onCreated }: Props) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const form = useForm<ProgramForm>({
    defaultValues: { name: '', key: '', description: '', allowClientSubmission: true, requireApproval: true },
  });
  const { errors, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    const key = values.key.trim().toUpperCase();
    try {
      const program = await createProgram({
        ...values,
        name: values.name.trim(),
        key: key === '' ? undefined : key,
        // In which its days begin and end.
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
      await cache.invalidateQueries({ queryKey: keys.programs });
      onCreated(program);
    } catch (error) {
      if (!showRefusals(form, error)) setProblem(textOf(error));
    }
  });

  return (
    <Dialog open onClose={onClose} title={t('programs.create')} closeLabel={t('common.close')}>
      <form noValidate onSubmit={submit} className="flex min-h-0 flex-col">
        <DialogBody>
          {problem !== undefined && <Alert>{problem}</Alert>}
          <NameAndDescription form={form} />
          <Field
            label={t('programs.key')}
            mark={t('common.optional')}
            hint={t('programs.keyHint')}
            error={errors.key?.message}
          >
            {(control) => (
              <Input
                autoComplete="off"
                maxLength={10}
                className="w-32! font-mono uppercase"
                {...control}
                {...form.register('key', {
                  validate: (key) =>
                    key.trim() === '' || /^[a-z][a-z0-9]{1,9}$/i.test(key.trim()) || t('programs.keyFormat'),
                })}
              />
            )}
          </Field>
          <Rules form={form} />
        </DialogBody>
        <DialogFooter>
          <Button variant="ghost" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" variant="primary" busy={isSubmitting}>
            {t('programs.create')}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
