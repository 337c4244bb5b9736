console.log("docket");
