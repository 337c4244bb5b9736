package dev.docket.common;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** Stands for any JSON value where the API is described; never sent itself. */
@Schema(
        name = "JsonValue",
        description = "Text, number, true or false, or an object",
        anyOf = {String.class, BigDecimal.class, Boolean.class, Object.class})
interface JsonValue {}
