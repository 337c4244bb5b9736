import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PRIORITIES, type FieldDefinition } from '@/api/types';
import { Field, Input, Select, Textarea } from '@/ui/Field';
import { FormField } from './FormField';
import { sentValue, type FormValue, type RequestForm } from './requestForm';

/** Files by the key of their field. */
export type ChosenFiles = Readonly<Record<string, File[]>>;

interface Props {
  fields: readonly FieldDefinition[];
  /** A template has neither a due date nor files, and needs no title. */
  template?: boolean;
  /** Whether what is required must be filled in now; asked when the form is sent. */
  complete?: () => boolean;
  files?: ChosenFiles;
  onFiles?: (files: ChosenFiles) => void;
}

/** What a request says, in a form that has it; the form follows the program's fields. */
export function ContentFields({ fields, template = false, complete, files = {}, onFiles }: Props) {
  const { t } = useTranslation();
  const { register, formState } = useFormContext<RequestForm>();
  const { errors } = formState;
  const titleFits = (title: string) => {
    const length = title.trim().length;
    return (template && length === 0) || (length >= 3 && length <= 200) || t('requests.titleLength');
  };
  return (
    <>
      <Field
        label={t('requests.title')}
        required={!template}
        hint={template ? t('templates.titleHint') : undefined}
        error={errors.title?.message}
      >
        {(control) => (
          <Input autoComplete="off" maxLength={200} {...control} {...register('title', { validate: titleFits })} />
        )}
      </Field>
      <Field label={t('requests.description')} error={errors.description?.message}>
        {(control) => <Textarea maxLength={5000} {...control} {...register('description')} />}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('requests.priority')} error={errors.priority?.message}>
          {(control) => (
            <Select {...control} {...register('priority')}>
              {PRIORITIES.map((priority) => (
                <option key={priority} value={priority}>
                  {t(`priority.${priority}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {!template && (
          <Field label={t('requests.dueDate')} error={errors.dueDate?.message}>
            {(control) => <Input type="date" max="9999-12-31" {...control} {...register('dueDate')} />}
          </Field>
        )}
      </div>
      {fields
        .filter((field) => !template || field.type !== 'file_upload')
        .map((field) => (
          <CustomField
            key={field.id}
            field={template ? { ...field, required: false } : field}
            complete={complete}
            files={files[field.key] ?? []}
            onFiles={(chosen) => onFiles?.({ ...files, [field.key]: chosen })}
          />
        ))}
    </>
  );
}

interface CustomFieldProps {
  field: FieldDefinition;
  complete?: () => boolean;
  files: File[];
  onFiles: (files: File[]) => void;
}

function CustomField({ field, complete, files, onFiles }: CustomFieldProps) {
  const { t } = useTranslation();
  const validate = (value: FormValue) => {
    const sent = sentValue(field, value);
    if (sent === undefined) return t('requests.numberFormat');
    const missing = field.type === 'file_upload' ? files.length === 0 : sent === null;
    return !(missing && field.required && complete?.() === true) || t('create.missing');
  };
  const { field: control, fieldState } = useController<RequestForm, `fields.${string}`>({
    name: `fields.${field.key}`,
    rules: { validate },
  });
  return (
    <FormField
      field={field}
      value={control.value}
      onChange={control.onChange}
      onBlur={control.onBlur}
      focusRef={control.ref}
      error={fieldState.error?.message}
      files={files}
      onFiles={onFiles}
    />
  );
}
